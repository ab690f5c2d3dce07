#include "kernels/gemm/gemm.h"

#include <algorithm>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "kernels/gemm/reference.h"
#include "kernels/reference/functions.h"
#include "kernels/samples.h"

namespace sentibyte::kernels {
namespace {

using tests::Random;

constexpr std::uint8_t kUntouched = 0xEE;

struct Problem {
  std::size_t rows, columns, depth, stride;
  Function function = Function::None;
  std::vector<std::int8_t> weights;
  std::vector<std::uint8_t> a;
  std::vector<float> scales, bias;
  std::int32_t zero_point = 0;
  Quantization quantization{.inverse_scale = 9.5F, .zero_point = 40};
  std::vector<std::int32_t> weight_zero_points = {};

  Problem(Random& random, std::size_t rows_, std::size_t columns_, std::size_t depth_, std::size_t stride_)
      : rows(rows_), columns(columns_), depth(depth_), stride(stride_) {
    weights = random.integers<std::int8_t>(columns * depth, -127, 127);
    a = random.integers<std::uint8_t>((rows - 1) * stride + depth, 0, 127);
    scales = random.reals(padded_columns(columns), 1e-4F, 3e-4F);
    bias = random.reals(padded_columns(columns), -2, 2);
    zero_point = static_cast<std::int32_t>(random.integer(0, 127));
  }
};

struct Result {
  std::vector<float> real;
  std::vector<std::uint8_t> quantized;
};

/// Runs a GEMM with weights packed for version `index`; rows of the output lie `columns + 3` apart and what lies
/// between must stay as it was.
Result run_with(const Problem& problem, std::size_t index, void (*gemm)(const Gemm&)) {
  const std::size_t stride = problem.columns + 3;
  std::vector<std::byte> packed(gemm_packed_bytes_versions[index].function(problem.columns, problem.depth));
  std::vector<std::byte> scratch(gemm_scratch_bytes_versions[index].function(problem.depth));
  std::vector<std::int32_t> offsets(padded_columns(problem.columns));
  gemm_pack_versions[index].function(problem.weights, problem.columns, problem.depth, packed);
  fold_offsets(problem.weights, problem.columns, problem.depth, problem.zero_point, problem.weight_zero_points,
               offsets);
  std::vector<float> real(problem.rows * stride, -77.0F);
  std::vector<std::uint8_t> quantized(problem.rows * stride, kUntouched);
  gemm({.a = problem.a,
        .a_stride = problem.stride,
        .rows = problem.rows,
        .columns = problem.columns,
        .depth = problem.depth,
        .weights = packed,
        .offsets = offsets,
        .scales = problem.scales,
        .bias = problem.bias,
        .function = problem.function,
        .output = {real.data(), stride, quantized.data(), stride, problem.quantization},
        .scratch = scratch,
        .weight_zero_points = problem.weight_zero_points});

  Result result;
  for (std::size_t row = 0; row < problem.rows; ++row) {
    for (std::size_t column = 0; column < stride; ++column) {
      if (column < problem.columns) {
        result.real.push_back(real[row * stride + column]);
        result.quantized.push_back(quantized[row * stride + column]);
      } else {
        EXPECT_EQ(real[row * stride + column], -77.0F) << "wrote past row " << row;
        EXPECT_EQ(quantized[row * stride + column], kUntouched) << "wrote past row " << row;
      }
    }
  }
  return result;
}

Result run(const Problem& problem, std::size_t index) {
  return run_with(problem, index, gemm_versions[index].function);
}

/// What the reference makes of it.
Result expect(const Problem& problem) {
  Result result;
  for (std::size_t row = 0; row < problem.rows; ++row) {
    for (std::size_t column = 0; column < problem.columns; ++column) {
      const std::int32_t sum =
          reference::sum(std::span(problem.a).subspan(row * problem.stride, problem.depth),
                         std::span(problem.weights).subspan(column * problem.depth, problem.depth), problem.zero_point,
                         problem.weight_zero_points.empty() ? 0 : problem.weight_zero_points[column]);
      const float real = reference::real(sum, problem.scales[column], problem.bias[column]);
      result.real.push_back(reference::apply(problem.function, real, true));
      result.quantized.push_back(reference::quantize(result.real.back(), problem.quantization));
    }
  }
  return result;
}

void expect_reference(const Problem& problem, const Result& actual) {
  const Result expected = expect(problem);
  tests::expect_same_bits(expected.real, actual.real);
  EXPECT_EQ(expected.quantized, actual.quantized);
}

class GemmVersion : public testing::TestWithParam<std::size_t> {};

TEST_P(GemmVersion, EqualsTheReferenceOnEveryShape) {
  Random random(1);
  for (const std::size_t rows : {1, 2, 3, 4, 5, 7, 8, 33}) {
    for (const std::size_t columns : {1, 7, 8, 9, 16, 24, 31, 33, 40}) {
      for (const std::size_t depth : {1, 2, 3, 4, 5, 8, 15, 16, 17, 66, 128}) {
        Problem problem(random, rows, columns, depth, depth);
        problem.function = rows % 2 ? Function::None : Function::Relu;
        SCOPED_TRACE(testing::Message() << rows << " x " << columns << " x " << depth);
        expect_reference(problem, run(problem, GetParam()));
      }
    }
  }
}

TEST_P(GemmVersion, EqualsTheReferenceForEveryFunction) {
  Random random(2);
  for (const Function function : {Function::None, Function::Relu, Function::Gelu, Function::Tanh}) {
    for (const std::size_t rows : {1, 6, 70}) {
      Problem problem(random, rows, 37, 50, 50);
      problem.function = function;
      expect_reference(problem, run(problem, GetParam()));
    }
  }
}

TEST_P(GemmVersion, RowsMayOverlapOrLieApart) {
  Random random(3);
  for (const std::size_t stride : {1, 5, 29, 31, 64}) {
    const Problem problem(random, 21, 19, 30, stride);
    expect_reference(problem, run(problem, GetParam()));
  }
}

TEST_P(GemmVersion, ExtremeValuesDoNotSaturate) {
  Random random(4);
  for (const std::size_t rows : {1, 4}) {
    for (const int weight : {-127, 127}) {
      for (const std::size_t depth : {4, 64, 1000, 65536}) {
        Problem problem(random, rows, 9, depth, depth);
        std::fill(problem.weights.begin(), problem.weights.end(), static_cast<std::int8_t>(weight));
        std::fill(problem.a.begin(), problem.a.end(), std::uint8_t{127});
        problem.zero_point = 0;
        tests::expect_same_bits(expect(problem).real, run(problem, GetParam()).real);
      }
    }
  }
}

TEST_P(GemmVersion, SumsThatLeaveFloatsRangeAreDefined) {
  Random random(8);
  for (const Function function : {Function::None, Function::Relu, Function::Gelu}) {
    Problem problem(random, 6, 37, 50, 50);
    problem.function = function;
    tests::scatter_extremes(random, problem.scales, 2);
    tests::scatter_extremes(random, problem.bias, 5);
    const Result expected = expect(problem);
    const Result actual = run(problem, GetParam());
    tests::expect_same_bits(expected.real, actual.real);
    ASSERT_EQ(expected.quantized, actual.quantized);
  }
}

TEST_P(GemmVersion, TheLongestDepthStillFits) {
  Random random(5);
  Problem problem(random, 1, 1, kLongestDepth, kLongestDepth);
  std::fill(problem.weights.begin(), problem.weights.end(), std::int8_t{-127});
  std::fill(problem.a.begin(), problem.a.end(), std::uint8_t{127});
  problem.zero_point = 0;
  tests::expect_same_bits(expect(problem).real, run(problem, GetParam()).real);
}

TEST_P(GemmVersion, WritesOnlyTheFormsAskedFor) {
  Random random(6);
  const Problem problem(random, 5, 11, 12, 12);
  const Result both = run(problem, GetParam());
  std::vector<std::byte> packed(gemm_packed_bytes_versions[GetParam()].function(11, 12));
  std::vector<std::byte> scratch(gemm_scratch_bytes_versions[GetParam()].function(12));
  std::vector<std::int32_t> offsets(16);
  gemm_pack_versions[GetParam()].function(problem.weights, 11, 12, packed);
  fold_offsets(problem.weights, 11, 12, problem.zero_point, {}, offsets);
  std::vector<std::uint8_t> quantized(55);
  Gemm task;
  task.a = problem.a;
  task.a_stride = 12;
  task.rows = 5;
  task.columns = 11;
  task.depth = 12;
  task.weights = packed;
  task.offsets = offsets;
  task.scales = problem.scales;
  task.bias = problem.bias;
  task.scratch = scratch;
  task.output = {nullptr, 0, quantized.data(), 11, problem.quantization};
  gemm_versions[GetParam()].function(task);
  EXPECT_EQ(quantized, both.quantized);
  std::vector<float> real(55);
  task.output = {real.data(), 11, nullptr, 0, {}};
  gemm_versions[GetParam()].function(task);
  tests::expect_same_bits(both.real, real);
}

INSTANTIATE_TEST_SUITE_P(All, GemmVersion, testing::Range<std::size_t>(0, gemm_versions.size()),
                         [](const auto& info) { return std::string(gemm_versions[info.param].name); });

TEST(GemmAsymmetric, TakesZeroPointsOnTheWeights) {
  Random random(7);
  for (const Function function : {Function::None, Function::Gelu}) {
    for (const std::size_t columns : {1, 8, 13}) {
      Problem problem(random, 6, columns, 45, 45);
      problem.function = function;
      problem.weight_zero_points = random.integers<std::int32_t>(columns, -128, 127);
      expect_reference(problem, run_with(problem, 0, gemm_asymmetric));
    }
  }
}

}  // namespace
}  // namespace sentibyte::kernels
