// The kernels that work on rows element by element: layer norm, softmax, pooling, addition, quantization.
#include "kernels/reference/rows.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "kernels/add/add.h"
#include "kernels/gemm/reference.h"
#include "kernels/layer_norm/layer_norm.h"
#include "kernels/pool/pool.h"
#include "kernels/quantize/quantize.h"
#include "kernels/samples.h"
#include "kernels/softmax/softmax.h"

namespace sentibyte::kernels {
namespace {

using tests::Random;

const std::vector<std::size_t> kWidths = {1, 2, 3, 4, 5, 7, 8, 9, 12, 16, 21, 25, 31, 128, 130};
constexpr Quantization kQuantization{.inverse_scale = 17.0F, .zero_point = 51};

/// All of these kernels have the same versions.
class RowVersion : public testing::TestWithParam<std::size_t> {};
INSTANTIATE_TEST_SUITE_P(All, RowVersion, testing::Range<std::size_t>(0, add_versions.size()),
                         [](const auto& info) { return std::string(add_versions[info.param].name); });

struct Written {
  std::vector<float> real;
  std::vector<std::uint8_t> quantized;
  Output output;

  explicit Written(std::size_t rows, std::size_t width)
      : real(rows * width),
        quantized(rows * width),
        output{real.data(), width, quantized.data(), width, kQuantization} {}
};

void expect_quantized(const Written& written) {
  for (std::size_t i = 0; i < written.real.size(); ++i) {
    ASSERT_EQ(written.quantized[i], reference::quantize(written.real[i], kQuantization)) << written.real[i];
  }
}

TEST_P(RowVersion, LayerNorm) {
  Random random(1);
  for (const std::size_t width : kWidths) {
    for (const bool residual : {false, true}) {
      const std::size_t rows = 3;
      const auto x = random.reals(rows * width, -4, 4);
      const auto other = random.reals(rows * width, -4, 4);
      const auto gamma = random.reals(width, 0.5F, 2);
      const auto beta = random.reals(width, -1, 1);
      std::vector<float> scratch(width);
      LayerNorm task{.x = x, .rows = rows, .width = width, .gamma = gamma, .beta = beta};
      if (residual) task.residual = other;
      Written actual(rows, width);
      task.output = actual.output;
      task.scratch = scratch;
      layer_norm_versions[GetParam()].function(task);
      expect_quantized(actual);
      for (std::size_t row = 0; row < rows; ++row) {
        std::vector<double> v(width);
        for (std::size_t i = 0; i < width; ++i)
          v[i] = x[row * width + i] + (residual ? double{other[row * width + i]} : 0);
        const double mean = std::accumulate(v.begin(), v.end(), 0.0) / static_cast<double>(width);
        std::vector<float> summed(width);
        for (std::size_t i = 0; i < width; ++i) {
          summed[i] = residual ? x[row * width + i] + other[row * width + i] : x[row * width + i];
        }
        tests::expect_same_bits(reference::layer_norm(summed, gamma, beta, 1e-5F),
                                std::span(actual.real).subspan(row * width, width));
        double variance = 0;
        for (const double value : v) variance += (value - mean) * (value - mean) / static_cast<double>(width);
        for (std::size_t i = 0; i < width; ++i) {
          const double y = (v[i] - mean) / std::sqrt(variance + 1e-5) * gamma[i] + beta[i];
          ASSERT_NEAR(actual.real[row * width + i], y, 2e-5) << "width " << width;
        }
      }
    }
  }
}

TEST_P(RowVersion, LayerNormInPlaceAndOfEqualElements) {
  std::vector<float> x(24, 3.25F);
  const std::vector<float> gamma(12, 2.0F);
  const std::vector<float> beta(12, 0.5F);
  std::vector<float> scratch(12);
  LayerNorm task{.x = x, .rows = 2, .width = 12, .gamma = gamma, .beta = beta};
  task.output = {x.data(), 12, nullptr, 0, {}};
  task.scratch = scratch;
  layer_norm_versions[GetParam()].function(task);
  EXPECT_EQ(x, std::vector<float>(24, 0.5F));
}

TEST_P(RowVersion, Softmax) {
  Random random(2);
  for (const std::size_t width : kWidths) {
    for (const float reach : {0.0F, 3.0F, 500.0F}) {
      const auto x = random.reals(width, -reach, reach);
      auto expected = x;
      auto actual = x;
      reference::softmax(expected);
      softmax_versions[GetParam()].function(actual);
      tests::expect_same_bits(expected, actual);
      const double top = *std::max_element(x.begin(), x.end());
      double total = 0;
      for (const float value : x) total += std::exp(value - top);
      for (std::size_t i = 0; i < width; ++i) ASSERT_NEAR(actual[i], std::exp(x[i] - top) / total, 1e-6);
    }
  }
}

TEST_P(RowVersion, Pooling) {
  Random random(3);
  for (const std::size_t width : kWidths) {
    for (const std::size_t tokens : {1, 2, 17}) {
      const auto x = random.reals(tokens * width, -4, 4);
      const auto weights = random.reals(tokens, 0, 1);
      Written mean(1, width);
      Written best(1, width);
      Written weighted(1, width);
      const auto task = [&](const Written& to) {
        Pool pool{.x = x, .tokens = tokens, .width = width};
        pool.output = to.output;
        return pool;
      };
      pool_mean_versions[GetParam()].function(task(mean));
      pool_max_versions[GetParam()].function(task(best));
      pool_weighted_versions[GetParam()].function(task(weighted), weights);
      for (std::size_t i = 0; i < width; ++i) {
        float sum = x[i];
        float largest = x[i];
        float dot = x[i] * weights[0];
        for (std::size_t t = 1; t < tokens; ++t) {
          const float value = x[t * width + i];
          const float product = value * weights[t];
          sum += value;
          largest = std::max(largest, value);
          dot += product;
        }
        ASSERT_EQ(mean.real[i], sum / static_cast<float>(tokens));
        ASSERT_EQ(best.real[i], largest);
        ASSERT_EQ(weighted.real[i], dot);
      }
      expect_quantized(mean);
      expect_quantized(best);
      expect_quantized(weighted);
    }
  }
}

TEST_P(RowVersion, Addition) {
  Random random(4);
  for (const std::size_t width : kWidths) {
    const auto a = random.reals(3 * width, -4, 4);
    const auto b = random.reals(3 * width, -4, 4);
    Written sum(3, width);
    Add task{.a = a, .b = b, .rows = 3, .width = width};
    task.output = sum.output;
    add_versions[GetParam()].function(task);
    for (std::size_t i = 0; i < a.size(); ++i) ASSERT_EQ(sum.real[i], a[i] + b[i]);
    expect_quantized(sum);
  }
}

TEST_P(RowVersion, QuantizationRoundsHalfToEvenAndClamps) {
  const std::vector<float> x = {0.25F, 0.75F, 1.25F, -0.25F, -0.75F, 1e30F, -1e30F, 10, 0, 63.5F, -25.5F};
  const std::vector<std::uint8_t> expected = {51, 53, 53, 51, 49, 127, 0, 71, 51, 127, 0};
  // inverse scale 2: steps 0.5, 1.5, 2.5, -0.5, -1.5, ..., 20, 0, 127, -51.
  std::vector<std::uint8_t> actual(x.size());
  quantize_versions[GetParam()].function(x, {.inverse_scale = 2, .zero_point = 51}, actual);
  EXPECT_EQ(actual, expected);
}

TEST_P(RowVersion, ExtremeNumbersBecomeTheEndCodes) {
  const std::vector<std::uint8_t> expected = {0, 127, 0, 127, 0, 127, 0, 51, 51, 51};
  const std::vector<float> x(std::begin(tests::kExtremes), std::end(tests::kExtremes));
  for (const float inverse_scale : {2.0F, 1e6F, 1e30F}) {
    for (const std::size_t repeat : {1, 2, 7}) {  // through every width of the kernel
      std::vector<float> many;
      std::vector<std::uint8_t> codes;
      for (std::size_t i = 0; i < repeat; ++i) {
        many.insert(many.end(), x.begin(), x.end());
        codes.insert(codes.end(), expected.begin(), expected.end());
      }
      std::vector<std::uint8_t> actual(many.size());
      quantize_versions[GetParam()].function(many, {.inverse_scale = inverse_scale, .zero_point = 51}, actual);
      EXPECT_EQ(actual, codes) << inverse_scale;
    }
  }
  // A scale so small that its inverse is infinite: 0 and -0 times it are no numbers.
  std::vector<std::uint8_t> actual(1);
  const std::vector<float> zero = {-0.0F};
  quantize_versions[GetParam()].function(zero, {.inverse_scale = tests::kExtremes[1], .zero_point = 51}, actual);
  EXPECT_EQ(actual[0], 0);
}

TEST_P(RowVersion, RowsOfExtremeNumbersAreTheFirstVersions) {
  Random random(5);
  for (const std::size_t width : kWidths) {
    const std::size_t tokens = 3;
    auto x = random.reals(tokens * width, -4, 4);
    tests::scatter_extremes(random, x, 10);
    const auto results = [&](std::size_t version) {
      std::vector<float> row(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(width));
      softmax_versions[version].function(row);
      for (const auto& pool : {pool_mean_versions[version].function, pool_max_versions[version].function}) {
        std::vector<float> real(width);
        std::vector<std::uint8_t> quantized(width);
        pool({.x = x,
              .tokens = tokens,
              .width = width,
              .output = {real.data(), width, quantized.data(), width, {.inverse_scale = 30, .zero_point = 64}}});
        row.insert(row.end(), real.begin(), real.end());
        row.insert(row.end(), quantized.begin(), quantized.end());
      }
      return row;
    };
    tests::expect_same_bits(results(0), results(GetParam()));
  }
}

TEST_P(RowVersion, EveryLevelSurvivesThereAndBack) {
  for (const std::int32_t zero_point : {0, 1, 63, 127}) {
    for (const std::size_t count : {128, 127, 125}) {
      std::vector<std::uint8_t> levels(count);
      std::iota(levels.begin(), levels.end(), std::uint8_t{0});
      std::vector<float> real(count);
      std::vector<std::uint8_t> back(count);
      dequantize_versions[GetParam()].function(levels, 0.037F, zero_point, real);
      quantize_versions[GetParam()].function(real, {.inverse_scale = 1 / 0.037F, .zero_point = zero_point}, back);
      EXPECT_EQ(levels, back);
      for (std::size_t i = 0; i < count; ++i) {
        ASSERT_EQ(real[i], static_cast<float>(static_cast<std::int32_t>(i) - zero_point) * 0.037F);
      }
    }
  }
}

}  // namespace
}  // namespace sentibyte::kernels
