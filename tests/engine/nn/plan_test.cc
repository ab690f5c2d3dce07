// How values are planned: what nobody can see in the results, and where values may lie in the file.
#include <algorithm>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "format/reader.h"
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

TEST(PlanTest, ValuesMayStandInAnyOrder) {
  const std::uint16_t ids[] = {1, 2, 3, 1};
  const std::uint32_t lengths[] = {3, 1};
  const auto blob = test::read_fixture(transformer());
  auto engine = Engine::load(blob);
  ASSERT_TRUE(engine.ok());
  const auto expected = engine.value().run(ids, lengths);
  ASSERT_TRUE(expected.ok());
  format::ModelT model;
  format::GetModel(blob.data())->UnPackTo(&model);
  ASSERT_GE(model.output->score, 0);
  const auto last = static_cast<std::uint32_t>(model.values.size()) - 1;
  for (const std::uint32_t first : {model.output->logits, static_cast<std::uint32_t>(model.output->score), last}) {
    auto other = Engine::load(test::edited(blob, [&](format::ModelT& m) { exchange(m, 0, first); }));
    ASSERT_TRUE(other.ok()) << other.error().message;
    const auto actual = other.value().run(ids, lengths);
    ASSERT_TRUE(actual.ok());
    EXPECT_TRUE(std::equal(expected.value().begin(), expected.value().end(), actual.value().begin()))
        << "value " << first << " stands first";
  }
}

}  // namespace
}  // namespace sentibyte
