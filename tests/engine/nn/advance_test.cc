// A run that stops wherever a part of a layer ends, and goes on from there.
#include <algorithm>
#include <cstring>

#include <gtest/gtest.h>

#include "format/reader.h"
#include "nn/executor.h"
#include "nn/precision.h"
#include "sentibyte/engine.h"
#include "support/edit.h"
#include "support/files.h"
#include "support/random_model.h"
#include "support/write.h"

namespace sentibyte {
namespace {

std::vector<std::string> all_names() {
  std::vector<std::string> names = test::operation_names();
  for (const std::string& name : test::fixture_names()) names.push_back(name);
  return names;
}

/// All texts of a fixture, and one of no tokens.
struct Batch {
  std::vector<std::uint16_t> ids;
  std::vector<std::uint32_t> lengths;

  explicit Batch(const std::string& name) {
    for (const auto& text : test::read_golden(name).texts) {
      ids.insert(ids.end(), text.ids.begin(), text.ids.end());
      lengths.push_back(static_cast<std::uint32_t>(text.ids.size()));
    }
    lengths.insert(lengths.begin() + 1, 0);
  }
};

std::vector<float> copy(std::span<const float> numbers) { return {numbers.begin(), numbers.end()}; }

bool same_bits(std::span<const float> a, std::span<const float> b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size_bytes()) == 0;
}

/// Calls of `advance` until the run is finished.
std::size_t finish(Engine& engine, std::uint64_t steps) {
  for (std::size_t calls = 1;; ++calls) {
    const auto finished = engine.advance(steps);
    EXPECT_TRUE(finished.ok());
    if (!finished.ok() || finished.value()) return calls;
    EXPECT_TRUE(engine.scores().empty());
    EXPECT_TRUE(engine.logits().empty());
  }
}

TEST(AdvanceTest, ARunThatStopsWhereverItCanGivesTheBitsOfOneThatDoesNot) {
  for (const std::string& name : all_names()) {
    auto engine = Engine::load(test::read_fixture(name));
    ASSERT_TRUE(engine.ok()) << name << ": " << engine.error().message;
    const Batch batch(name);
    const auto whole = engine.value().run(batch.ids, batch.lengths);
    ASSERT_TRUE(whole.ok()) << name;
    const std::vector<float> scores = copy(whole.value());
    const std::vector<float> logits = copy(engine.value().logits());
    std::size_t most = SIZE_MAX;
    for (const std::uint64_t steps : {0, 1, 7'000, 100'000, 1'000'000}) {
      ASSERT_FALSE(engine.value().start(batch.ids, batch.lengths).has_value());
      const std::size_t calls = finish(engine.value(), steps);
      EXPECT_TRUE(same_bits(scores, engine.value().scores())) << name << ", " << steps << " steps at a time";
      EXPECT_TRUE(same_bits(logits, engine.value().logits())) << name;
      EXPECT_LE(calls, most) << name << ": more at a time, and more often";
      most = calls;
      // Every token of every text is a part of some layer.
      if (steps == 1) {
        EXPECT_GE(calls, batch.ids.size()) << name;
      }
    }
  }
}

TEST(AdvanceTest, RandomModelsGiveTheSameBitsInParts) {
  if (!nn::kHasInt8 || !nn::kHasFloat) GTEST_SKIP() << "the models are of both precisions";
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    tests::Random random(seed);
    auto engine = Engine::load(test::write(test::random_model(random)));
    ASSERT_TRUE(engine.ok()) << "seed " << seed;
    const Description about = engine.value().describe();
    for (const auto& ids : test::random_texts(random, about.longest, about.vocabulary)) {
      const auto length = static_cast<std::uint32_t>(ids.size());
      const auto whole = engine.value().run(ids, std::span(&length, 1));
      if (!whole) continue;
      const std::vector<float> logits = copy(engine.value().logits());
      for (const std::uint64_t steps : {1, 20'000}) {
        ASSERT_FALSE(engine.value().start(ids, std::span(&length, 1)).has_value());
        finish(engine.value(), steps);
        ASSERT_TRUE(same_bits(logits, engine.value().logits())) << "seed " << seed << ", " << steps << " steps";
        ++compared;
      }
    }
  }
  EXPECT_GT(compared, 200U);
}

TEST(AdvanceTest, ARunThatIsDroppedAnywhereLeavesNothingBehind) {
  for (const std::string& name : test::fixture_names()) {
    auto engine = Engine::load(test::read_fixture(name));
    ASSERT_TRUE(engine.ok()) << name;
    const Batch batch(name);
    const std::uint32_t first = batch.lengths[0];
    const auto ids = std::span(batch.ids).first(first);
    const auto alone = engine.value().run(ids, std::span(&first, 1));
    ASSERT_TRUE(alone.ok());
    const std::vector<float> expected = copy(alone.value());
    for (std::size_t stop = 1;; ++stop) {
      ASSERT_FALSE(engine.value().start(batch.ids, batch.lengths).has_value());
      bool over = false;
      for (std::size_t i = 0; i < stop && !over; ++i) {
        const auto finished = engine.value().advance(30'000);
        ASSERT_TRUE(finished.ok());
        over = finished.value();
      }
      const auto again = engine.value().run(ids, std::span(&first, 1));
      ASSERT_TRUE(again.ok());
      ASSERT_TRUE(same_bits(expected, again.value())) << name << ", dropped after " << stop << " calls";
      if (over) break;
    }
  }
}

class AdvancingTest : public testing::Test {
 protected:
  Result<Engine> engine_ = Engine::load(test::read_fixture(nn::kHasInt8 ? "dense" : "dense.float"));
  const std::uint16_t ids_[5] = {5, 6, 7, 8, 9};
  const std::uint32_t lengths_[2] = {2, 3};
};

TEST_F(AdvancingTest, WithoutARunThereIsNothingToDo) {
  const auto finished = engine_.value().advance(1);
  ASSERT_TRUE(finished.ok());
  EXPECT_TRUE(finished.value());
  EXPECT_TRUE(engine_.value().scores().empty());
}

TEST_F(AdvancingTest, AFinishedRunStaysAsItIs) {
  ASSERT_FALSE(engine_.value().start(ids_, lengths_).has_value());
  finish(engine_.value(), UINT64_MAX);
  const std::vector<float> expected = copy(engine_.value().scores());
  EXPECT_EQ(expected.size(), 8U);
  EXPECT_EQ(finish(engine_.value(), 1), 1U);
  EXPECT_TRUE(same_bits(expected, engine_.value().scores()));
}

TEST_F(AdvancingTest, ARefusedRunDropsTheOneBefore) {
  ASSERT_FALSE(engine_.value().start(ids_, lengths_).has_value());
  const auto error = engine_.value().start(ids_, {});
  ASSERT_TRUE(error.has_value());
  EXPECT_EQ(error->code, ErrorCode::Input);
  EXPECT_EQ(finish(engine_.value(), 1), 1U);
  EXPECT_TRUE(engine_.value().scores().empty());
}

/// Counts, for each value, how often it was shown.
class Count final : public nn::Observer {
 public:
  void saw(std::uint32_t value, std::span<const float> numbers) override {
    if (seen.size() <= value) seen.resize(value + 1);
    ++seen[value];
    total += numbers.size();
  }
  std::vector<std::uint32_t> seen;
  std::size_t total = 0;
};

TEST_F(AdvancingTest, AnObserverSeesEveryValueOnceAndWhole) {
  const auto blob = test::read_fixture(nn::kHasInt8 ? "dense" : "dense.float");
  const auto read = format::read(blob, Limits{});
  ASSERT_TRUE(read.ok());
  Count counts[2];
  for (const std::uint64_t steps : {std::uint64_t{1}, UINT64_MAX}) {
    auto executor = nn::Executor::make(read.value().model(), Limits{});
    ASSERT_TRUE(executor.ok());
    executor.value()->observe(&counts[steps == 1 ? 0 : 1]);
    ASSERT_FALSE(executor.value()->start(ids_, lengths_).has_value());
    for (bool finished = false; !finished;) {
      const auto result = executor.value()->advance(steps);
      ASSERT_TRUE(result.ok());
      finished = result.value();
    }
  }
  EXPECT_EQ(counts[0].seen, counts[1].seen);
  EXPECT_EQ(counts[0].total, counts[1].total);
  EXPECT_EQ(*std::max_element(counts[0].seen.begin(), counts[0].seen.end()), 2U);
}

TEST(AdvanceTest, NumbersThatAreNotFiniteEndTheRun) {
  const auto blob = test::edited(test::read_fixture(nn::kHasInt8 ? "tiny" : "tiny.float"), [](format::ModelT& m) {
    // Near the largest float, and then twice as much.
    auto& bias = m.tensors[m.nodes[test::node_of(m, format::Operation_Dense)]->operation.AsDense()->bias]->data;
    for (std::size_t i = 0; i + 4 <= bias.size(); i += 4) std::memcpy(&bias[i], "\x7f\xff\x7f\x7f", 4);
    const std::uint32_t logits = m.output->logits;
    m.output->logits = test::append(m, m.values[logits]->width, {logits, logits}, format::AddT());
  });
  auto engine = Engine::load(blob);
  ASSERT_TRUE(engine.ok()) << engine.error().message;
  const std::uint16_t ids[] = {1, 2, 3};
  const std::uint32_t lengths[] = {3};
  ASSERT_FALSE(engine.value().start(ids, lengths).has_value());
  const auto failed = engine.value().advance(UINT64_MAX);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code, ErrorCode::Numeric);
  const auto after = engine.value().advance(UINT64_MAX);
  ASSERT_TRUE(after.ok()) << after.error().message;
  EXPECT_TRUE(after.value());
  EXPECT_TRUE(engine.value().scores().empty());
}

}  // namespace
}  // namespace sentibyte
