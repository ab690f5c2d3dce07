#include "kernels/attention/attention.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "kernels/gemm/reference.h"
#include "kernels/reference/attention.h"
#include "kernels/samples.h"

namespace sentibyte::kernels {
namespace {

using tests::Random;

struct Shape {
  std::size_t tokens, depth, heads;
};

const std::vector<Shape> kShapes = {{1, 1, 1}, {1, 8, 2},  {2, 3, 1},   {3, 16, 2},   {5, 32, 4},
                                    {8, 5, 3}, {17, 7, 2}, {64, 32, 2}, {131, 20, 1}, {40, 64, 1}};

std::vector<double> naive(const std::vector<float>& qkv, const Shape& shape) {
  const std::size_t width = shape.depth * shape.heads;
  std::vector<double> out(shape.tokens * width);
  for (std::size_t head = 0; head < shape.heads; ++head) {
    const auto at = [&](std::size_t token, std::size_t part, std::size_t i) {
      return double{qkv[token * 3 * width + part * width + head * shape.depth + i]};
    };
    for (std::size_t t = 0; t < shape.tokens; ++t) {
      std::vector<double> weights(shape.tokens);
      for (std::size_t s = 0; s < shape.tokens; ++s) {
        for (std::size_t i = 0; i < shape.depth; ++i) weights[s] += at(t, 0, i) * at(s, 1, i);
        weights[s] /= std::sqrt(static_cast<double>(shape.depth));
      }
      const double top = *std::max_element(weights.begin(), weights.end());
      double total = 0;
      for (double& weight : weights) total += weight = std::exp(weight - top);
      for (std::size_t s = 0; s < shape.tokens; ++s) {
        for (std::size_t i = 0; i < shape.depth; ++i) {
          out[t * width + head * shape.depth + i] += weights[s] / total * at(s, 2, i);
        }
      }
    }
  }
  return out;
}

/// What the reference of one head makes of all of them.
std::vector<float> by_heads(const std::vector<float>& qkv, const Shape& shape,
                            std::vector<float> (*attention)(const reference::Head&)) {
  const std::size_t width = shape.depth * shape.heads;
  std::vector<float> out(shape.tokens * width);
  for (std::size_t head = 0; head < shape.heads; ++head) {
    const auto part = [&](std::size_t index) {
      std::vector<float> rows;
      for (std::size_t token = 0; token < shape.tokens; ++token) {
        const float* from = &qkv[(3 * token + index) * width + head * shape.depth];
        rows.insert(rows.end(), from, from + shape.depth);
      }
      return rows;
    };
    const auto result = attention({shape.tokens, shape.depth, part(0), part(1), part(2)});
    for (std::size_t i = 0; i < result.size(); ++i) {
      out[i / shape.depth * width + head * shape.depth + i % shape.depth] = result[i];
    }
  }
  return out;
}

constexpr Quantization kQuantization{.inverse_scale = 30.0F, .zero_point = 64};

struct Result {
  std::vector<float> real;
  std::vector<std::uint8_t> quantized;
};

template <class Scratch, class Run>
Result run(const std::vector<float>& qkv, const Shape& shape, const Scratch& scratch_bytes, const Run& kernel,
           std::size_t cut = 0) {
  const std::size_t width = shape.depth * shape.heads;
  Result result{std::vector<float>(shape.tokens * width), std::vector<std::uint8_t>(shape.tokens * width)};
  // Filled, so that a kernel which reads what it did not write gives different results.
  std::vector<std::byte> scratch(scratch_bytes.function(shape.tokens, width, shape.heads), std::byte{0x47});
  Attention task{.qkv = qkv, .tokens = shape.tokens, .width = width, .heads = shape.heads};
  task.output = {result.real.data(), width, result.quantized.data(), width, kQuantization};
  task.scratch = scratch;
  // As one, or cut anywhere: a part goes on where the one before has stopped.
  const std::size_t parts = shape.heads * attention_parts(shape.tokens);
  const std::size_t most = cut == 0 ? parts : cut;
  for (; task.first < parts; task.first += task.count) {
    task.count = std::min(most, parts - task.first);
    kernel.function(task);
  }
  return result;
}

void expect_reference(const std::vector<float>& reference, const Result& actual) {
  tests::expect_same_bits(reference, actual.real);
  for (std::size_t i = 0; i < reference.size(); ++i) {
    ASSERT_EQ(actual.quantized[i], reference::quantize(reference[i], kQuantization));
  }
}

class AttentionVersion : public testing::TestWithParam<std::size_t> {};

TEST_P(AttentionVersion, FloatIsCloseToTheDefinitionAndEqualToTheReference) {
  Random random(1);
  for (const Shape& shape : kShapes) {
    const auto qkv = random.reals(shape.tokens * shape.depth * shape.heads * 3, -2, 2);
    const auto actual = run(qkv, shape, attention_scratch_bytes_versions[GetParam()], attention_versions[GetParam()]);
    const auto expected = naive(qkv, shape);
    for (std::size_t i = 0; i < expected.size(); ++i) ASSERT_NEAR(actual.real[i], expected[i], 1e-5);
    expect_reference(by_heads(qkv, shape, reference::attention), actual);
  }
}

/// Errors that the integer kernel may make where queries, keys and values are spread over [-reach, reach], as shares of
/// it. A u7 of that range has steps of 0.016 and a mean error of 0.0045; scores have a deviation of reach^2 / 3.
struct Allowed {
  float reach;
  double largest, mean;
};

TEST_P(AttentionVersion, IntegerIsCloseToTheDefinitionAndEqualToTheReference) {
  Random random(2);
  for (const Shape& shape : kShapes) {
    for (const auto& [reach, largest, mean] :
         {Allowed{0.0F, 0, 0}, Allowed{0.5F, 0.005, 0.0015}, Allowed{2.0F, 0.06, 0.0045}, Allowed{4.0F, 0.12, 0.012}}) {
      const auto qkv = random.reals(shape.tokens * shape.depth * shape.heads * 3, -reach, reach);
      const auto actual =
          run(qkv, shape, attention_i8_scratch_bytes_versions[GetParam()], attention_i8_versions[GetParam()]);
      const auto expected = naive(qkv, shape);
      double squares = 0;
      for (std::size_t i = 0; i < expected.size(); ++i) {
        const double error = actual.real[i] - expected[i];
        squares += error * error;
        ASSERT_LE(std::abs(error), largest * reach)
            << shape.tokens << " tokens, depth " << shape.depth << ", element " << i;
      }
      ASSERT_LE(std::sqrt(squares / static_cast<double>(expected.size())), mean * reach)
          << shape.tokens << " tokens, depth " << shape.depth;
      expect_reference(by_heads(qkv, shape, reference::attention_i8), actual);
    }
  }
}

TEST_P(AttentionVersion, IntegersOfExtremeNumbersSaturateAlike) {
  Random random(3);
  for (const Shape& shape : kShapes) {
    for (const std::int64_t rarity : {2, 20, 200}) {
      auto qkv = random.reals(shape.tokens * shape.depth * shape.heads * 3, -2, 2);
      tests::scatter_extremes(random, qkv, rarity);
      const auto actual =
          run(qkv, shape, attention_i8_scratch_bytes_versions[GetParam()], attention_i8_versions[GetParam()]);
      expect_reference(by_heads(qkv, shape, reference::attention_i8), actual);
    }
  }
}

TEST_P(AttentionVersion, FloatsOfExtremeNumbersAreTheFirstVersions) {
  Random random(4);
  for (const Shape& shape : kShapes) {
    auto qkv = random.reals(shape.tokens * shape.depth * shape.heads * 3, -2, 2);
    tests::scatter_extremes(random, qkv, 20);
    const auto first = run(qkv, shape, attention_scratch_bytes_versions[0], attention_versions[0]);
    const auto actual = run(qkv, shape, attention_scratch_bytes_versions[GetParam()], attention_versions[GetParam()]);
    tests::expect_same_bits(first.real, actual.real);
    ASSERT_EQ(first.quantized, actual.quantized);
  }
}

TEST_P(AttentionVersion, PartsGiveTheBitsOfTheWhole) {
  Random random(5);
  for (const Shape& shape : kShapes) {
    const auto qkv = random.reals(shape.tokens * shape.depth * shape.heads * 3, -2, 2);
    for (const std::size_t cut : {1, 2, 3, 7}) {
      const auto& bytes = attention_scratch_bytes_versions[GetParam()];
      const auto& kernel = attention_versions[GetParam()];
      tests::expect_same_bits(run(qkv, shape, bytes, kernel).real, run(qkv, shape, bytes, kernel, cut).real);
      const auto& integer_bytes = attention_i8_scratch_bytes_versions[GetParam()];
      const auto& integer = attention_i8_versions[GetParam()];
      tests::expect_same_bits(run(qkv, shape, integer_bytes, integer).real,
                              run(qkv, shape, integer_bytes, integer, cut).real);
    }
  }
}

TEST_P(AttentionVersion, AlikeTokensShareTheWeight) {
  const Shape shape{300, 8, 1};
  const std::vector<float> qkv(shape.tokens * 24, 1.5F);
  const auto integer =
      run(qkv, shape, attention_i8_scratch_bytes_versions[GetParam()], attention_i8_versions[GetParam()]);
  for (const float value : integer.real) ASSERT_NEAR(value, 1.5F, 1e-6);
}

INSTANTIATE_TEST_SUITE_P(All, AttentionVersion, testing::Range<std::size_t>(0, attention_versions.size()),
                         [](const auto& info) { return std::string(attention_versions[info.param].name); });

}  // namespace
}  // namespace sentibyte::kernels
