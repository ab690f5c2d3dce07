#include "quantizer/codes/grid.h"

#include <array>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

std::vector<int> codes_of(std::vector<float> numbers, const Grid& grid, Rounding rounding = Rounding::Nearest) {
  std::vector<std::int8_t> codes(numbers.size());
  quantize(numbers, grid, rounding, codes);
  return {codes.begin(), codes.end()};
}

TEST(Symmetric, EightBitsByHand) {
  // Largest magnitude 2.54 -> scale 2.54 / 127 = 0.02.
  const Grid grid = make_grid(Scheme::Symmetric, 8, {-1.0F, 2.54F});
  EXPECT_EQ(grid.scale, 2.54F / 127.0F);
  EXPECT_EQ(grid.zero_point, 0);
  EXPECT_EQ(codes_of({0.0F, 2.54F, -2.54F, 0.029F, 0.031F, 9.0F, -9.0F}, grid),
            (std::vector<int>{0, 127, -127, 1, 2, 127, -127}));
}

TEST(Symmetric, FourBitsByHand) {
  const Grid grid = make_grid(Scheme::Symmetric, 4, {-7.0F, 3.0F});
  EXPECT_EQ(grid.scale, 1.0F);
  EXPECT_EQ(codes_of({-7.0F, 2.5F, 3.5F, -0.6F, 8.0F, -8.0F}, grid), (std::vector<int>{-7, 2, 4, -1, 7, -7}));
}

TEST(Symmetric, TwoBitsAreMinusOneZeroAndOne) {
  const Grid grid = make_grid(Scheme::Symmetric, 2, {-0.5F, 0.5F});
  EXPECT_EQ(codes_of({-0.5F, -0.2F, 0.2F, 0.3F}, grid), (std::vector<int>{-1, 0, 0, 1}));
}

TEST(Asymmetric, EightBitsByHand) {
  // [-1, 4.1] -> scale 5.1 / 255 = 0.02, zero at -128 + 50 = -78.
  const Grid grid = make_grid(Scheme::Asymmetric, 8, {-1.0F, 4.1F});
  EXPECT_FLOAT_EQ(grid.scale, 0.02F);
  EXPECT_EQ(grid.zero_point, -78);
  EXPECT_EQ(codes_of({-1.0F, 0.0F, 4.1F, 0.02F, 100.0F, -100.0F}, grid),
            (std::vector<int>{-128, -78, 127, -77, 127, -128}));
}

TEST(Asymmetric, ARangeOnOneSideOfZeroIsWidenedToHoldIt) {
  const Grid above = make_grid(Scheme::Asymmetric, 4, {3.0F, 15.0F});
  EXPECT_EQ(above.scale, 1.0F);
  EXPECT_EQ(above.zero_point, -8);
  const Grid below = make_grid(Scheme::Asymmetric, 4, {-15.0F, -3.0F});
  EXPECT_EQ(below.scale, 1.0F);
  EXPECT_EQ(below.zero_point, 7);
}

TEST(Asymmetric, ZeroIsAlwaysExact) {
  for (int bits = kFewestBits; bits <= kMostBits; ++bits) {
    const Grid grid = make_grid(Scheme::Asymmetric, bits, {-0.37F, 1.91F});
    for (const Rounding rounding : {Rounding::Nearest, Rounding::Floor, Rounding::SignedMagnitude}) {
      const auto codes = codes_of({0.0F}, grid, rounding);
      EXPECT_EQ(dequantize(codes[0], grid), 0.0F) << bits;
    }
  }
}

TEST(PowerOfTwo, ScaleIsTwoToTheMinusN) {
  // Q(x, n) = round(x * 2^n) with the largest n that keeps 1.5 within 127: 2^6 * 1.5 = 96, 2^7 * 1.5 = 192.
  const Grid grid = make_grid(Scheme::PowerOfTwo, 8, {-1.5F, 1.0F});
  EXPECT_EQ(fraction_bits(grid), 6);
  EXPECT_EQ(grid.scale, 1.0F / 64.0F);
  EXPECT_EQ(codes_of({1.5F, 0.3F, -0.3F}, grid), (std::vector<int>{96, 19, -19}));
  // E(x, n) = |x - Q(x, n) / 2^n| = |0.3 - 19 / 64|
  const std::array<float, 1> number{0.3F};
  const std::array<std::int8_t, 1> code{19};
  EXPECT_EQ(measure_errors(number, grid, code).largest, std::fabs(0.3F - 19.0F / 64.0F));
}

TEST(PowerOfTwo, HandlesExactPowersAndLargeAndTinyNumbers) {
  EXPECT_EQ(fraction_bits(make_grid(Scheme::PowerOfTwo, 8, {-127.0F, 0.0F})), 0);
  EXPECT_EQ(fraction_bits(make_grid(Scheme::PowerOfTwo, 8, {-128.0F, 0.0F})), -1);
  EXPECT_EQ(fraction_bits(make_grid(Scheme::PowerOfTwo, 4, {0.0F, 7.0F})), 0);
  EXPECT_EQ(fraction_bits(make_grid(Scheme::PowerOfTwo, 4, {0.0F, 1000.0F})), -8);
  for (float magnitude = 1e-20F; magnitude < 1e20F; magnitude *= 3.7F) {
    const Grid grid = make_grid(Scheme::PowerOfTwo, 8, {-magnitude, magnitude});
    ASSERT_LE(magnitude / grid.scale, 127.0F) << magnitude;
    ASSERT_GT(magnitude / grid.scale, 63.0F) << magnitude;
  }
}

TEST(Grid, NothingButZeroGetsScaleOne) {
  for (const Scheme scheme : {Scheme::Symmetric, Scheme::Asymmetric, Scheme::PowerOfTwo}) {
    const Grid zero = make_grid(scheme, 8, {0.0F, 0.0F});
    EXPECT_EQ(zero.scale, 1.0F);
    EXPECT_EQ(zero.zero_point, 0);
    EXPECT_EQ(make_grid(scheme, 8, {-1e-44F, 1e-44F}).scale, 1.0F);
  }
}

TEST(Grid, RoundingChangesTheCode) {
  const Grid grid = make_grid(Scheme::Symmetric, 8, {-127.0F, 127.0F});
  EXPECT_EQ(codes_of({1.7F, -1.2F, 200.0F, -200.0F}, grid, Rounding::Nearest), (std::vector<int>{2, -1, 127, -127}));
  EXPECT_EQ(codes_of({1.7F, -1.2F, 200.0F, -200.0F}, grid, Rounding::Floor), (std::vector<int>{1, -2, 127, -127}));
  EXPECT_EQ(codes_of({1.7F, -1.2F, 200.0F, -200.0F}, grid, Rounding::SignedMagnitude),
            (std::vector<int>{1, -1, 127, -127}));
}

TEST(Grid, ErrorStaysWithinHalfAStepForNearestAndAStepForTheOthers) {
  std::vector<float> numbers;
  for (int i = -500; i <= 500; ++i) numbers.push_back(static_cast<float>(i) * 0.00371F);
  const Range range{numbers.front(), numbers.back()};
  for (const Scheme scheme : {Scheme::Symmetric, Scheme::Asymmetric, Scheme::PowerOfTwo}) {
    for (int bits = kFewestBits; bits <= kMostBits; ++bits) {
      const Grid grid = make_grid(scheme, bits, range);
      for (const Rounding rounding : {Rounding::Nearest, Rounding::Floor, Rounding::SignedMagnitude}) {
        std::vector<std::int8_t> codes(numbers.size());
        quantize(numbers, grid, rounding, codes);
        const ErrorSums sums = measure_errors(numbers, grid, codes);
        // The zero point is rounded too, so an asymmetric grid may clip half a step at one end.
        const float steps = rounding == Rounding::Nearest && scheme != Scheme::Asymmetric ? 0.5001F : 1.0001F;
        EXPECT_LE(sums.largest, steps * grid.scale) << bits;
        EXPECT_NEAR(sums.squared, squared_error(numbers, grid, rounding), 1e-4 * sums.squared + 1e-9) << bits;
      }
    }
  }
}

TEST(Errors, SumsByHand) {
  const Grid grid{0.5F, 0, -7, 7};
  const std::array<float, 3> numbers{1.25F, -1.0F, 4.0F};
  const std::array<std::int8_t, 3> codes{2, -2, 7};  // 1.0, -1.0, 3.5
  const ErrorSums sums = measure_errors(numbers, grid, codes);
  EXPECT_DOUBLE_EQ(sums.absolute, 0.75);
  EXPECT_DOUBLE_EQ(sums.squared, 0.0625 + 0.25);
  EXPECT_DOUBLE_EQ(sums.signal, 1.5625 + 1.0 + 16.0);
  EXPECT_EQ(sums.largest, 0.5F);
  EXPECT_NEAR(sqnr_db(sums), 10.0 * std::log10(18.5625 / 0.3125), 1e-12);
  EXPECT_EQ(sqnr_db({}), 0.0);
  EXPECT_EQ(sqnr_db({0.0, 0.0, 3.0, 0.0F}), 200.0);
}

}  // namespace
}  // namespace sentibyte::quantizer
