// How values are planned: what nobody can see in the results, and where values may lie in the file.
#include <algorithm>
#include <memory>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "format/reader.h"
#include "nn/arena.h"
#include "nn/executor.h"
#include "nn/precision.h"
#include "sentibyte/engine.h"
#include "support/edit.h"
#include "support/files.h"

namespace sentibyte {
namespace {

std::string transformer() { return nn::kHasInt8 ? "transformer" : "transformer.float"; }

class Seen final : public nn::Observer {
 public:
  void saw(std::uint32_t value, std::span<const float>) override { values.insert(value); }
  std::set<std::uint32_t> values;
};

TEST(PlanTest, AnAddThatOnlyItsNormReadsIsNotMadeAlone) {
  const auto blob = test::read_fixture(transformer());
  const auto read = format::read(blob, Limits{});
  ASSERT_TRUE(read.ok());
  auto executor = nn::Executor::make(read.value().model(), Limits{});
  ASSERT_TRUE(executor.ok());
  Seen seen;
  executor.value()->observe(&seen);
  const std::uint16_t ids[] = {1, 2, 3};
  const std::uint32_t lengths[] = {3};
  ASSERT_TRUE(executor.value()->run(ids, lengths).ok());
  std::size_t sums = 0;
  const auto& nodes = *read.value().model().nodes();
  for (flatbuffers::uoffset_t i = 0; i + 1 < nodes.size(); ++i) {
    if (nodes.Get(i)->operation_type() != format::Operation_Add) continue;
    if (nodes.Get(i + 1)->operation_type() != format::Operation_LayerNorm) continue;
    ++sums;
    EXPECT_EQ(seen.values.count(nodes.Get(i)->output()), 0U) << "nodes[" << i << "]";
    EXPECT_EQ(seen.values.count(nodes.Get(i + 1)->output()), 1U) << "nodes[" << i + 1 << "]";
  }
  EXPECT_GE(sums, 1U);
}

TEST(PlanTest, AnAddThatOthersReadIsMade) {
  std::uint32_t sum = 0;
  const auto blob = test::edited(test::read_fixture(transformer()), [&sum](format::ModelT& m) {
    const std::size_t add = test::node_of(m, format::Operation_Add);
    ASSERT_EQ(m.nodes[add + 1]->operation.type, format::Operation_LayerNorm);
    sum = m.nodes[add]->output;
    // The next sum takes it in place of what its norm made of it.
    const auto next = std::find_if(m.nodes.begin() + static_cast<std::ptrdiff_t>(add) + 2, m.nodes.end(),
                                   [](const auto& node) { return node->operation.type == format::Operation_Add; });
    ASSERT_NE(next, m.nodes.end());
    std::replace((*next)->inputs.begin(), (*next)->inputs.end(), m.nodes[add + 1]->output, sum);
    ASSERT_EQ(std::count((*next)->inputs.begin(), (*next)->inputs.end(), sum), 1);
  });
  const auto read = format::read(blob, Limits{});
  ASSERT_TRUE(read.ok()) << read.error().message;
  auto executor = nn::Executor::make(read.value().model(), Limits{});
  ASSERT_TRUE(executor.ok());
  Seen seen;
  executor.value()->observe(&seen);
  const std::uint16_t ids[] = {1, 2, 3};
  const std::uint32_t lengths[] = {3};
  ASSERT_TRUE(executor.value()->run(ids, lengths).ok());
  EXPECT_EQ(seen.values.count(sum), 1U);
}

TEST(PlanTest, AnAddThatIsTheAnswerIsMade) {
  const auto blob = test::read_fixture(nn::kHasInt8 ? "tiny" : "tiny.float");
  const auto with_sum = test::edited(blob, [](format::ModelT& m) {
    const std::uint32_t logits = m.output->logits;
    const std::uint32_t width = m.values[logits]->width;
    format::LayerNormT norm;
    norm.gamma = norm.beta = static_cast<std::uint32_t>(m.tensors.size());
    norm.epsilon = 1.0F;
    m.tensors.push_back(std::make_unique<format::TensorT>());
    m.tensors.back()->name = "ones";
    m.tensors.back()->shape = {width};
    m.tensors.back()->element = format::Element_Real;
    for (std::uint32_t i = 0; i < width; ++i)
      m.tensors.back()->data.insert(m.tensors.back()->data.end(), {0, 0, 128, 63});
    m.output->logits = test::append(m, width, {logits, logits}, format::AddT());
    test::append(m, width, {m.output->logits}, norm);
  });
  auto plain = Engine::load(blob);
  auto summed = Engine::load(with_sum);
  ASSERT_TRUE(plain.ok());
  ASSERT_TRUE(summed.ok()) << summed.error().message;
  const std::uint16_t ids[] = {1, 2, 3};
  const std::uint32_t lengths[] = {3};
  ASSERT_TRUE(plain.value().run(ids, lengths).ok());
  ASSERT_TRUE(summed.value().run(ids, lengths).ok());
  for (std::size_t i = 0; i < plain.value().describe().classes.size(); ++i) {
    EXPECT_EQ(summed.value().logits()[i], 2 * plain.value().logits()[i]);
  }
}

TEST(PlanTest, ValuesThatLiveTogetherDoNotOverlap) {
  // Each in both forms, the even ones until the end, the odd ones for two steps.
  constexpr std::uint32_t kCount = 40;
  constexpr std::size_t kTokens = 3;
  std::vector<nn::ValuePlan> values(kCount);
  std::vector<std::uint32_t> outputs;
  std::vector<std::uint32_t> last_use;
  for (std::uint32_t i = 0; i < kCount; ++i) {
    values[i].sequence = i % 3 != 0;
    values[i].width = 1 + i;
    values[i].real = values[i].quantized = true;
    outputs.push_back(i);
    last_use.push_back(i % 2 == 0 ? kCount : i + 1);
  }
  const std::uint64_t needed = nn::place_values(values, outputs, last_use, kTokens);
  struct Block {
    std::size_t first, end;
    std::uint32_t made, last;
  };
  std::vector<Block> blocks;
  for (std::uint32_t i = 0; i < kCount; ++i) {
    const std::size_t elements = values[i].rows(kTokens) * values[i].width;
    blocks.push_back({values[i].real_at, values[i].real_at + 4 * elements, i, last_use[i]});
    blocks.push_back({values[i].quantized_at, values[i].quantized_at + elements, i, last_use[i]});
  }
  for (const Block& a : blocks) {
    EXPECT_LE(a.end, needed);
    for (const Block& b : blocks) {
      const bool together = a.made <= b.last && b.made <= a.last;
      if (&a != &b && together) {
        EXPECT_TRUE(a.end <= b.first || b.end <= a.first);
      }
    }
  }
  // With the same gaps between them, which a build with AddressSanitizer leaves.
  const std::vector<std::uint32_t> all_live(kCount, kCount);
  EXPECT_LT(needed, nn::place_values(values, outputs, all_live, kTokens)) << "nothing takes the place of what is over";
}

/// The same model with values `a` and `b` in each other's place.
void exchange(format::ModelT& model, std::uint32_t a, std::uint32_t b) {
  const auto other = [&](std::uint32_t value) { return value == a ? b : value == b ? a : value; };
  std::swap(model.values[a], model.values[b]);
  for (const auto& node : model.nodes) {
    node->output = other(node->output);
    for (std::uint32_t& input : node->inputs) input = other(input);
  }
  model.output->logits = other(model.output->logits);
  if (model.output->score >= 0) {
    model.output->score = static_cast<std::int32_t>(other(static_cast<std::uint32_t>(model.output->score)));
  }
}

/// The transformer, changed by each of `edits`, says what it said before.
void expect_same_answers(const std::vector<test::Edit>& edits) {
  const std::uint16_t ids[] = {1, 2, 3, 1};
  const std::uint32_t lengths[] = {3, 1};
  const auto blob = test::read_fixture(transformer());
  auto engine = Engine::load(blob);
  ASSERT_TRUE(engine.ok());
  const auto expected = engine.value().run(ids, lengths);
  ASSERT_TRUE(expected.ok());
  for (std::size_t i = 0; i < edits.size(); ++i) {
    auto other = Engine::load(test::edited(blob, edits[i]));
    ASSERT_TRUE(other.ok()) << other.error().message;
    const auto actual = other.value().run(ids, lengths);
    ASSERT_TRUE(actual.ok());
    EXPECT_TRUE(std::equal(expected.value().begin(), expected.value().end(), actual.value().begin())) << "edit " << i;
  }
}

TEST(PlanTest, ValuesMayStandInAnyOrder) {
  const auto first = [](auto value) {
    return [=](format::ModelT& model) { exchange(model, 0, static_cast<std::uint32_t>(value(model))); };
  };
  expect_same_answers({first([](const format::ModelT& model) { return model.output->logits; }),
                       first([](const format::ModelT& model) {
                         EXPECT_GE(model.output->score, 0);
                         return model.output->score;
                       }),
                       first([](const format::ModelT& model) { return model.values.size() - 1; })});
}

/// What is made first waits for the end while other values are made.
TEST(PlanTest, AnswersMayBeMadeInAnyOrder) {
  const auto last = [](auto answer) {
    return [=](format::ModelT& model) {
      const auto made = std::find_if(model.nodes.begin(), model.nodes.end(), [&](const auto& node) {
        return static_cast<std::int64_t>(node->output) == static_cast<std::int64_t>(answer(*model.output));
      });
      ASSERT_NE(made, model.nodes.end());
      std::rotate(made, made + 1, model.nodes.end());
    };
  };
  expect_same_answers({last([](const format::OutputT& output) { return output.logits; }),
                       last([](const format::OutputT& output) { return output.score; })});
}

}  // namespace
}  // namespace sentibyte
