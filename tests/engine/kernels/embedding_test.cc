#include "kernels/embedding/embedding.h"

#include <cstring>
#include <vector>

#include <gtest/gtest.h>

#include "kernels/samples.h"

namespace sentibyte::kernels {
namespace {

using tests::Random;

/// A table with random contents and the values it stands for.
struct Table {
  std::vector<std::byte> data;
  std::vector<float> scales;
  std::vector<std::int8_t> zero_points;
  std::vector<float> values;
  Rows rows;

  Table(Random& random, std::uint32_t count, std::size_t width, std::uint32_t bits, bool row_scales,
        bool with_zero_points) {
    rows.count = count;
    rows.width = width;
    rows.bits = bits;
    data.resize(count * rows.row_bytes());
    values.resize(count * width);
    if (bits == 32) {
      values = random.reals(count * width, -2, 2);
      std::memcpy(data.data(), values.data(), data.size());
    } else {
      scales = random.reals(row_scales ? count : 1, 0.01F, 0.02F);
      const std::int64_t low = -(std::int64_t{1} << (bits - 1));
      if (with_zero_points) zero_points = random.integers<std::int8_t>(scales.size(), low, -low - 1);
      for (std::uint32_t row = 0; row < count; ++row) {
        const std::size_t group = row_scales ? row : 0;
        for (std::size_t i = 0; i < width; ++i) {
          const std::int64_t q = random.integer(low, -low - 1);
          for (std::uint32_t bit = 0; bit < bits; ++bit) {  // one bit at a time, lowest first
            const std::size_t at = i * bits + bit;
            if (q >> bit & 1) data[row * rows.row_bytes() + at / 8] |= std::byte{1} << (at % 8);
          }
          const std::int64_t zero = with_zero_points ? zero_points[group] : 0;
          values[row * width + i] = static_cast<float>(q - zero) * scales[group];
        }
      }
    }
    rows.data = data;
    rows.scales = scales;
    rows.zero_points = zero_points;
  }
};

class EmbeddingVersion : public testing::TestWithParam<std::size_t> {};

TEST_P(EmbeddingVersion, UnpacksEveryWidthOfBits) {
  Random random(1);
  for (const std::uint32_t bits : {2, 3, 4, 5, 6, 7, 8, 32}) {
    for (const std::size_t width : {1, 3, 4, 7, 8, 16, 21}) {
      for (const bool row_scales : {false, true}) {
        for (const bool zero_points : {false, true}) {
          const Table table(random, 9, width, bits, row_scales, zero_points);
          const std::vector<std::uint16_t> ids = {8, 0, 3, 3};
          std::vector<float> out(ids.size() * width);
          embedding_gather_versions[GetParam()].function(table.rows, ids, out);
          std::vector<float> expected;
          for (const std::uint16_t id : ids) {
            for (std::size_t i = 0; i < width; ++i) expected.push_back(table.values[id * width + i]);
          }
          SCOPED_TRACE(testing::Message() << bits << " bits, width " << width);
          ASSERT_EQ(expected, out);
        }
      }
    }
  }
}

TEST_P(EmbeddingVersion, AddsPositions) {
  Random random(2);
  for (const std::uint32_t bits : {4, 8, 32}) {
    const Table table(random, 12, 11, bits, true, false);
    const auto before = random.reals(5 * 11, -1, 1);
    auto out = before;
    embedding_add_versions[GetParam()].function(table.rows, 2, 5, out);
    for (std::size_t i = 0; i < out.size(); ++i) ASSERT_EQ(out[i], before[i] + table.values[2 * 11 + i]);
  }
}

TEST_P(EmbeddingVersion, SumsTheRowsOfNgrams) {
  Random random(3);
  const Table table(random, 64, 10, 8, true, false);
  const std::vector<std::uint8_t> orders = {2, 3};
  const auto ids = random.integers<std::uint16_t>(6, 0, 65535);
  std::vector<float> out(6 * 10, 99.0F);
  hashed_ngrams_versions[GetParam()].function({table.rows, orders, 2}, ids, 0, std::span(out).first(2 * 10));
  hashed_ngrams_versions[GetParam()].function({table.rows, orders, 2}, ids, 2, std::span(out).subspan(2 * 10));
  for (std::size_t t = 0; t < ids.size(); ++t) {
    for (std::size_t i = 0; i < 10; ++i) {
      float sum = 0;
      for (std::uint32_t order = 2; order <= 3; ++order) {
        for (std::uint32_t function = 0; function < 2 && t + 1 >= order; ++function) {
          sum += table.values[hash_ngram(&ids[t + 1 - order], order, function, 64) * 10 + i];
        }
      }
      ASSERT_EQ(out[t * 10 + i], sum) << "token " << t;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, EmbeddingVersion, testing::Range<std::size_t>(0, embedding_gather_versions.size()),
                         [](const auto& info) { return std::string(embedding_gather_versions[info.param].name); });

TEST(HashNgram, NeverChanges) {
  // Every blob with hashed n-grams depends on these numbers.
  const std::uint16_t ids[] = {1, 2, 65535, 40};
  EXPECT_EQ(hash_ngram(ids, 2, 0, 1u << 16), 27078u);
  EXPECT_EQ(hash_ngram(ids, 2, 1, 1u << 16), 9487u);
  EXPECT_EQ(hash_ngram(ids + 1, 3, 0, 1u << 20), 579147u);
  EXPECT_EQ(hash_ngram(ids, 4, 1, 1u << 31), 142930355u);
  EXPECT_EQ(hash_ngram(ids, 4, 1, 1), 0u);
}

TEST(HashNgram, DependsOnTheOrderOfTheIdsAndSpreads) {
  std::vector<int> hits(256);
  for (std::uint16_t a = 0; a < 256; ++a) {
    for (std::uint16_t b = 0; b < 256; ++b) {
      const std::uint16_t forward[] = {a, b};
      ++hits[hash_ngram(forward, 2, 0, 256)];
    }
  }
  for (const int count : hits) {
    EXPECT_GT(count, 180);  // 256 +- 4.7 standard deviations
    EXPECT_LT(count, 332);
  }
  const std::uint16_t forward[] = {10, 20};
  const std::uint16_t backward[] = {20, 10};
  EXPECT_NE(hash_ngram(forward, 2, 0, 1u << 20), hash_ngram(backward, 2, 0, 1u << 20));
}

}  // namespace
}  // namespace sentibyte::kernels
