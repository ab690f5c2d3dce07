#include "quantizer/codes/rounding.h"

#include <cmath>

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

TEST(Rounding, NearestTakesTheEvenNeighbourOfAHalf) {
  EXPECT_EQ(round_half_even(0.5F), 0.0F);
  EXPECT_EQ(round_half_even(1.5F), 2.0F);
  EXPECT_EQ(round_half_even(2.5F), 2.0F);
  EXPECT_EQ(round_half_even(-0.5F), 0.0F);
  EXPECT_EQ(round_half_even(-1.5F), -2.0F);
  EXPECT_EQ(round_half_even(2.4999998F), 2.0F);
  EXPECT_EQ(round_half_even(126.5F), 126.0F);
  EXPECT_EQ(round_half_even(-126.51F), -127.0F);
}

TEST(Rounding, FloorGoesDownAlsoBelowZero) {
  EXPECT_EQ(round_down(1.99F), 1.0F);
  EXPECT_EQ(round_down(2.0F), 2.0F);
  EXPECT_EQ(round_down(-0.01F), -1.0F);
  EXPECT_EQ(round_down(-2.0F), -2.0F);
  EXPECT_EQ(round_down(-2.5F), -3.0F);
}

TEST(Rounding, SignedMagnitudeGoesTowardsZero) {
  EXPECT_EQ(round_towards_zero(1.99F), 1.0F);
  EXPECT_EQ(round_towards_zero(-1.99F), -1.0F);
  EXPECT_EQ(round_towards_zero(-0.01F), 0.0F);
  EXPECT_EQ(round_towards_zero(-3.0F), -3.0F);
}

TEST(Rounding, AgreesWithTheMathLibraryOverTheWholeCodeRange) {
  for (int i = -4000 * 16; i <= 4000 * 16; ++i) {
    const float x = static_cast<float>(i) / 160.0F;
    ASSERT_EQ(round_half_even(x), std::nearbyint(x)) << x;
    ASSERT_EQ(round_down(x), std::floor(x)) << x;
    ASSERT_EQ(round_towards_zero(x), std::trunc(x)) << x;
  }
}

}  // namespace
}  // namespace sentibyte::quantizer
