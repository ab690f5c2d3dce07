#include "quantizer/ranges/range.h"

#include <vector>

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

TEST(MinMax, ByHand) {
  EXPECT_EQ(min_max(std::vector<float>{3.0F, -1.5F, 2.0F}), (Range{-1.5F, 3.0F}));
  EXPECT_EQ(min_max(std::vector<float>{3.0F, 5.0F}), (Range{3.0F, 5.0F}));
  EXPECT_EQ(min_max({}), (Range{0.0F, 0.0F}));
}

TEST(Percentile, SymmetricTakesTheQuantileOfTheMagnitude) {
  const std::vector<float> numbers{-10.0F, 1.0F, -2.0F, 3.0F, 4.0F, 5.0F, 6.0F, 7.0F, 8.0F, 9.0F};
  EXPECT_EQ(percentile(numbers, Scheme::Symmetric, 90.0), (Range{-9.0F, 9.0F}));
  EXPECT_EQ(percentile(numbers, Scheme::Symmetric, 50.0), (Range{-5.0F, 5.0F}));
  EXPECT_EQ(percentile(numbers, Scheme::Symmetric, 100.0), (Range{-10.0F, 9.0F}));
}

TEST(Percentile, AsymmetricCutsBothEnds) {
  const std::vector<float> numbers{-10.0F, 1.0F, -2.0F, 3.0F, 4.0F, 5.0F, 6.0F, 7.0F, 8.0F, 9.0F};
  EXPECT_EQ(percentile(numbers, Scheme::Asymmetric, 80.0), (Range{-2.0F, 8.0F}));
  EXPECT_EQ(percentile({}, Scheme::Asymmetric, 80.0), (Range{}));
  EXPECT_EQ(percentile(std::vector<float>{2.0F}, Scheme::Asymmetric, 50.0), (Range{2.0F, 2.0F}));
}

TEST(MinimalMse, ClipsAnOutlierThatCostsTheOthersTheirPrecision) {
  std::vector<float> numbers{8.0F};
  for (int i = 0; i < 1000; ++i) numbers.push_back(static_cast<float>(i % 21 - 10) * 0.1F);
  for (const Scheme scheme : {Scheme::Symmetric, Scheme::Asymmetric, Scheme::PowerOfTwo}) {
    const Range range = minimal_mse(numbers, scheme, 4, Rounding::Nearest);
    EXPECT_LT(range.max, 6.0F);
    EXPECT_LT(squared_error(numbers, make_grid(scheme, 4, range), Rounding::Nearest),
              squared_error(numbers, make_grid(scheme, 4, min_max(numbers)), Rounding::Nearest));
  }
}

TEST(MinimalMse, KeepsARangeThatIsRepresentedExactly) {
  const std::vector<float> numbers{-7.0F, 1.0F, 3.0F, 5.0F, 0.0F};
  EXPECT_EQ(minimal_mse(numbers, Scheme::Symmetric, 4, Rounding::Nearest), (Range{-7.0F, 5.0F}));
}

TEST(FindRange, PicksTheMethod) {
  const std::vector<float> numbers{-4.0F, 1.0F, 2.0F, 3.0F};
  RangeOptions options;
  EXPECT_EQ(find_range(numbers, 8, options), (Range{-4.0F, 3.0F}));
  options.method = RangeMethod::Percentile;
  options.percent = 75.0;
  EXPECT_EQ(find_range(numbers, 8, options), (Range{-3.0F, 3.0F}));
  options.method = RangeMethod::MinimalMse;
  EXPECT_EQ(find_range(numbers, 3, options), minimal_mse(numbers, Scheme::Symmetric, 3, Rounding::Nearest));
}

}  // namespace
}  // namespace sentibyte::quantizer
