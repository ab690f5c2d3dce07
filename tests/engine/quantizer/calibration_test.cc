#include "quantizer/ranges/calibration.h"

#include <vector>

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

TEST(SeenNumbers, TheRangeIsThatOfWhatWasSeen) {
  for (const float sign : {1.0F, -1.0F}) {
    SeenNumbers seen(0);
    EXPECT_FALSE(seen.range(100.0).has_value());
    seen.add(std::vector<float>{2 * sign, 3 * sign});
    seen.add({});
    seen.add(std::vector<float>{4 * sign});
    const auto range = seen.range(100.0);
    ASSERT_TRUE(range.has_value());
    EXPECT_EQ(range->min, sign > 0 ? 2.0F : -4.0F);
    EXPECT_EQ(range->max, sign > 0 ? 4.0F : -2.0F);
  }
}

/// As many zeros as ones, and more than the sample holds: they share it, whichever came first.
TEST(SeenNumbers, LateNumbersAreNoLikelierInTheSample) {
  SeenNumbers seen(1);
  for (const float number : {0.0F, 1.0F}) seen.add(std::vector<float>(1 << 16, number));
  const auto range = seen.range(10.0);
  ASSERT_TRUE(range.has_value());
  EXPECT_EQ(range->min, 0.0F);
  EXPECT_EQ(range->max, 1.0F);
}

}  // namespace
}  // namespace sentibyte::quantizer
