// What a text would cost is known, and limited, before a model runs.
#include <cstdint>
#include <string>

#include <gtest/gtest.h>

#include "format/reader.h"
#include "support/edit.h"
#include "support/files.h"

namespace sentibyte {
namespace {

using format::ModelT;

std::string refusal(const std::vector<std::byte>& blob, const Limits& limits) {
  const auto read = format::read(blob, limits);
  if (read) return "";
  EXPECT_EQ(read.error().code, ErrorCode::Limit);
  return read.error().message;
}

/// The model takes exactly `steps`.
void expect_work(const std::vector<std::byte>& blob, std::uint64_t steps) {
  EXPECT_EQ(refusal(blob, {.work = steps}), "");
  EXPECT_NE(refusal(blob, {.work = steps - 1}), "") << "less than " << steps;
}

// A row costs 128, a number read or written 8, a product 1. Widths come in eights.
constexpr std::uint64_t kRow = 128;
constexpr std::uint64_t kNumbers = std::uint64_t{8} * 8;  // eight of them

TEST(WorkTest, EveryNodeIsCounted) {
  // A text of 64 tokens; the columns are 5, 3, 3 and 2.
  const std::uint64_t embedding = 64 * (kRow + 2 * kNumbers);
  const std::uint64_t conv = 64 * (kRow + 2 * kNumbers + 8 * 3 * 5);
  const std::uint64_t pool = kRow + 65 * kNumbers;
  const std::uint64_t dense = kRow + 2 * kNumbers + 8 * 3;
  expect_work(test::read_fixture("tiny"), embedding + conv + pool + dense);
  expect_work(test::read_fixture("tiny.float"), embedding + conv + pool + dense);
}

TEST(WorkTest, AStateIsMultipliedTokenByToken) {
  // Eight columns, a state of ten, and the last one as logits.
  const std::uint64_t embedding = 64 * (kRow + 2 * kNumbers);
  const std::uint64_t rnn = 64 * (kRow + 2 * (1 + 2) * kNumbers + 16 * 8 + 4 * 16 * 10);
  const std::uint64_t gru = 64 * (kRow + 3 * (1 + 2) * kNumbers + 32 * 8 + 4 * 32 * 10);
  const std::uint64_t pool = kRow + (2 + 64 * 2) * kNumbers;
  expect_work(test::read_fixture("ops/rnn.float"), embedding + rnn + pool);
  expect_work(test::read_fixture("ops/gru.float"), embedding + gru + pool);
}

TEST(WorkTest, AttentionIsCountedForEachPairOfTokens) {
  // 8 columns become 36: queries, keys and values of three heads, four columns each.
  const std::uint64_t embedding = 64 * (kRow + 2 * kNumbers);
  const std::uint64_t dense = 64 * (kRow + (1 + 5) * kNumbers + 40 * 8);
  const std::uint64_t pairs = 3 * 64 * 64;
  const std::uint64_t attention = 64 * (kRow + (5 + 2) * kNumbers + 3 * 2 * kRow) + pairs * (8 + 2 * 8);
  const std::uint64_t pool = kRow + (2 + 64 * 2) * kNumbers;
  expect_work(test::read_fixture("ops/attention.float"), embedding + dense + attention + pool);
}

TEST(WorkTest, EveryHashIsCounted) {
  // Two tables of 8 columns, whose sum is the logits: three orders of two hashes.
  const std::uint64_t embedding = 64 * (kRow + 2 * kNumbers);
  const std::uint64_t ngrams = 64 * (kRow + 3 * 2 * kNumbers);
  const std::uint64_t add = 64 * (kRow + 3 * kNumbers);
  const std::uint64_t pool = kRow + 65 * kNumbers;
  expect_work(test::read_fixture("ops/ngrams.float"), embedding + ngrams + add + pool);
}

/// A kilobyte whose cost grows with the square of its longest text: one head for each column.
std::vector<std::byte> costly(std::uint32_t longest) {
  return test::edited(test::read_fixture("ops/attention.float"), [=](ModelT& m) {
    m.longest = longest;
    m.nodes[test::node_of(m, format::Operation_SelfAttention)]->operation.AsSelfAttention()->heads = 12;
  });
}

TEST(WorkTest, AKilobyteThatWouldRunForSecondsIsRefused) {
  EXPECT_EQ(
      refusal(costly(4096), {}),
      "nodes[2]: SelfAttention brings a text of 4096 tokens to 4851 million steps, more than the limit on work of "
      "4000");
  EXPECT_EQ(refusal(costly(2048), {}), "");
}

TEST(WorkTest, TheCallerMayAskForMore) {
  EXPECT_EQ(refusal(costly(4096), {.work = 5'000'000'000}), "");
  EXPECT_EQ(refusal(costly(4096), {.longest = 2048}), "");
}

TEST(WorkTest, CountsStopAtTheirLargestNumber) {
  constexpr std::uint64_t kMost = UINT64_MAX;
  EXPECT_NE(refusal(costly(UINT32_MAX), {.work = kMost - 1, .longest = UINT32_MAX}), "");
}

TEST(WorkTest, TheModelsOfThisRepositoryTakeAnEighthOfTheLimitAtMost) {
#ifdef __EMSCRIPTEN__
  GTEST_SKIP() << "a browser has no models/; the count is the same in every build";
#endif
  for (const std::string name : {"dense", "cnn", "rnn", "gru", "transformer", "nano", "small"}) {
    for (const char* precision : {"", ".float"}) {
      const auto blob = test::read_file("models/" + name + precision + ".sbm");
      EXPECT_EQ(refusal(blob, {.work = Limits{}.work / 8}), "") << name << precision;
    }
  }
}

}  // namespace
}  // namespace sentibyte
