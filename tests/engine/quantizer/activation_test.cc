#include "quantizer/codes/activation.h"

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

TEST(ActivationGrid, ByHand) {
  // [-2.54, 10.16]: scale 12.7 / 127 = 0.1, zero at 25.4 -> 25.
  const ActivationGrid grid = make_activation_grid({-2.54F, 10.16F});
  EXPECT_EQ(grid.scale, (10.16F + 2.54F) / 127.0F);
  EXPECT_EQ(grid.zero_point, 25);
}

TEST(ActivationGrid, AfterReluTheZeroPointIsZero) {
  EXPECT_EQ(make_activation_grid({0.0F, 12.7F}), (ActivationGrid{12.7F / 127.0F, 0}));
  EXPECT_EQ(make_activation_grid({3.0F, 12.7F}), (ActivationGrid{12.7F / 127.0F, 0}));
}

TEST(ActivationGrid, NothingAboveZero) {
  EXPECT_EQ(make_activation_grid({-12.7F, -1.0F}), (ActivationGrid{12.7F / 127.0F, 127}));
}

TEST(ActivationGrid, NoRangeIsScaleOne) { EXPECT_EQ(make_activation_grid({}), (ActivationGrid{1.0F, 0})); }

}  // namespace
}  // namespace sentibyte::quantizer
