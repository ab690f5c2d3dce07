#include "kernels/gemm_float/gemm_float.h"

#include <vector>

#include <gtest/gtest.h>

#include "kernels/reference/functions.h"
#include "kernels/samples.h"

namespace sentibyte::kernels {
namespace {

using tests::Random;

struct Problem {
  std::size_t rows, columns, depth, stride, weight_stride;
  Function function = Function::None;
  std::vector<float> weights, a, bias;

  Problem(Random& random, std::size_t rows_, std::size_t columns_, std::size_t depth_, std::size_t stride_)
      : rows(rows_), columns(columns_), depth(depth_), stride(stride_), weight_stride(depth_ + 2) {
    weights = random.reals(columns * weight_stride, -1, 1);
    a = random.reals((rows - 1) * stride + depth, -3, 3);
    bias = random.reals(padded_columns(columns), -2, 2);
  }
};

std::vector<float> run(const Problem& problem, std::size_t index) {
  const std::size_t stride = problem.columns + 3;
  std::vector<float> packed(gemm_float_packed_size(problem.columns, problem.depth));
  gemm_float_pack(problem.weights, problem.weight_stride, problem.columns, problem.depth, packed);
  std::vector<float> real(problem.rows * stride, -77.0F);
  gemm_float_versions[index].function({.a = problem.a,
                                       .a_stride = problem.stride,
                                       .rows = problem.rows,
                                       .columns = problem.columns,
                                       .depth = problem.depth,
                                       .weights = packed,
                                       .bias = problem.bias,
                                       .function = problem.function,
                                       .output = {.real = real.data(), .real_stride = stride}});
  std::vector<float> result;
  for (std::size_t row = 0; row < problem.rows; ++row) {
    const auto begin = real.begin() + static_cast<std::ptrdiff_t>(row * stride);
    const auto end = begin + static_cast<std::ptrdiff_t>(problem.columns);
    result.insert(result.end(), begin, end);
    for (std::size_t i = 0; i < 3; ++i)
      EXPECT_EQ(end[static_cast<std::ptrdiff_t>(i)], -77.0F) << "wrote past row " << row;
  }
  return result;
}

/// The reference: one product after the other, in order.
std::vector<float> expect(const Problem& problem) {
  std::vector<float> result;
  for (std::size_t row = 0; row < problem.rows; ++row) {
    for (std::size_t column = 0; column < problem.columns; ++column) {
      float sum = 0;
      for (std::size_t k = 0; k < problem.depth; ++k) {
        const float product = problem.a[row * problem.stride + k] * problem.weights[column * problem.weight_stride + k];
        sum += product;
      }
      result.push_back(reference::apply(problem.function, sum + problem.bias[column], false));
    }
  }
  return result;
}

class GemmFloatVersion : public testing::TestWithParam<std::size_t> {};

TEST_P(GemmFloatVersion, EqualsTheReferenceOnEveryShape) {
  Random random(1);
  for (const std::size_t rows : {1, 2, 3, 4, 5, 8, 33}) {
    for (const std::size_t columns : {1, 7, 8, 9, 16, 25, 33, 40}) {
      for (const std::size_t depth : {1, 2, 3, 4, 5, 17, 64}) {
        Problem problem(random, rows, columns, depth, depth + columns % 2);
        problem.function = rows % 2 ? Function::None : Function::Relu;
        SCOPED_TRACE(testing::Message() << rows << " x " << columns << " x " << depth);
        tests::expect_same_bits(expect(problem), run(problem, GetParam()));
      }
    }
  }
}

TEST_P(GemmFloatVersion, EqualsTheReferenceForEveryFunction) {
  Random random(2);
  for (const Function function : {Function::None, Function::Relu, Function::Gelu, Function::Tanh}) {
    for (const std::size_t rows : {1, 6, 70}) {
      Problem problem(random, rows, 37, 50, 20);
      problem.function = function;
      tests::expect_same_bits(expect(problem), run(problem, GetParam()));
    }
  }
}

TEST_P(GemmFloatVersion, NoBiasIsABiasOfZero) {
  Random random(3);
  Problem problem(random, 5, 20, 9, 9);
  std::fill(problem.bias.begin(), problem.bias.end(), 0.0F);
  const auto expected = run(problem, GetParam());
  problem.bias.clear();
  tests::expect_same_bits(expected, run(problem, GetParam()));
}

INSTANTIATE_TEST_SUITE_P(All, GemmFloatVersion, testing::Range<std::size_t>(0, gemm_float_versions.size()),
                         [](const auto& info) { return std::string(gemm_float_versions[info.param].name); });

}  // namespace
}  // namespace sentibyte::kernels
