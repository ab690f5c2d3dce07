#include "kernels/conv1d/conv1d.h"

#include <vector>

#include <gtest/gtest.h>

#include "kernels/gemm/reference.h"
#include "kernels/samples.h"

namespace sentibyte::kernels {
namespace {

using tests::Random;

constexpr std::size_t kColumns = 11;

/// The first two thirds of the rows, then the rest.
template <class Task, class Run>
void in_two_parts(Task task, std::vector<float>& out, const Run& kernel) {
  const std::size_t cut = task.tokens - task.tokens / 3;
  for (const std::size_t end : {cut, task.tokens}) {
    task.rows = end - task.first;
    task.gemm.output = {out.data() + task.first * kColumns, kColumns, nullptr, 0, {}};
    kernel.function(task);
    task.first = end;
  }
}

class Conv1dVersion : public testing::TestWithParam<std::size_t> {};

TEST_P(Conv1dVersion, PadsWithTheZeroPoint) {
  Random random(1);
  for (const std::size_t tokens : {1, 2, 3, 9}) {
    for (const std::size_t width : {1, 6, 16}) {
      for (const std::size_t size : {1, 3, 5, 7}) {
        const std::size_t depth = width * size;
        const auto x = random.integers<std::uint8_t>(tokens * width, 0, 127);
        const auto weights = random.integers<std::int8_t>(kColumns * depth, -127, 127);
        const auto scales = random.reals(padded_columns(kColumns), 0.001F, 0.002F);
        const auto bias = random.reals(padded_columns(kColumns), -1, 1);
        const auto zero_point = static_cast<std::uint8_t>(random.integer(0, 127));
        std::vector<std::int32_t> offsets(padded_columns(kColumns));
        fold_offsets(weights, kColumns, depth, zero_point, {}, offsets);
        std::vector<std::byte> packed(gemm_packed_bytes_versions[GetParam()].function(kColumns, depth));
        gemm_pack_versions[GetParam()].function(weights, kColumns, depth, packed);
        std::vector<std::byte> scratch(conv1d_scratch_bytes_versions[GetParam()].function(tokens, width, size));
        std::vector<float> actual(tokens * kColumns);
        Conv1d task{.x = x, .tokens = tokens, .width = width, .size = size, .zero_point = zero_point};
        task.gemm.columns = kColumns;
        task.gemm.weights = packed;
        task.gemm.offsets = offsets;
        task.gemm.scales = scales;
        task.gemm.bias = bias;
        task.scratch = scratch;
        in_two_parts(task, actual, conv1d_versions[GetParam()]);

        std::vector<float> expected;
        for (std::size_t t = 0; t < tokens; ++t) {
          for (std::size_t o = 0; o < kColumns; ++o) {
            std::int32_t sum = 0;
            for (std::size_t k = 0; k < size; ++k) {
              const std::size_t at = t + k - (size - 1) / 2;
              if (at >= tokens) continue;  // padding, wrapped below zero included
              for (std::size_t i = 0; i < width; ++i) {
                sum += weights[o * depth + k * width + i] * (x[at * width + i] - zero_point);
              }
            }
            expected.push_back(reference::real(sum, scales[o], bias[o]));
          }
        }
        SCOPED_TRACE(testing::Message() << tokens << " tokens, width " << width << ", size " << size);
        tests::expect_same_bits(expected, actual);
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Conv1dVersion, testing::Range<std::size_t>(0, conv1d_versions.size()),
                         [](const auto& info) { return std::string(conv1d_versions[info.param].name); });

class Conv1dFloatVersion : public testing::TestWithParam<std::size_t> {};

TEST_P(Conv1dFloatVersion, EqualsTheReference) {
  Random random(2);
  for (const std::size_t tokens : {1, 2, 9}) {
    for (const std::size_t size : {1, 3, 5}) {
      const std::size_t width = 6;
      const std::size_t depth = width * size;
      const auto x = random.reals(tokens * width, -2, 2);
      const auto weights = random.reals(kColumns * depth, -1, 1);
      std::vector<float> packed(gemm_float_packed_size(kColumns, depth));
      gemm_float_pack(weights, depth, kColumns, depth, packed);
      std::vector<float> scratch(conv1d_float_scratch_size(tokens, width, size));
      std::vector<float> actual(tokens * kColumns);
      Conv1dFloat task{.x = x, .tokens = tokens, .width = width, .size = size};
      task.gemm.columns = kColumns;
      task.gemm.weights = packed;
      task.scratch = scratch;
      in_two_parts(task, actual, conv1d_float_versions[GetParam()]);

      for (std::size_t t = 0; t < tokens; ++t) {
        for (std::size_t o = 0; o < kColumns; ++o) {
          float sum = 0;
          for (std::size_t k = 0; k < size; ++k) {
            const std::size_t at = t + k - (size - 1) / 2;
            if (at >= tokens) continue;
            for (std::size_t i = 0; i < width; ++i) {
              const float product = x[at * width + i] * weights[o * depth + k * width + i];
              sum += product;
            }
          }
          ASSERT_EQ(sum, actual[t * kColumns + o]) << tokens << " tokens, size " << size;
        }
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, Conv1dFloatVersion, testing::Range<std::size_t>(0, conv1d_float_versions.size()),
                         [](const auto& info) { return std::string(conv1d_float_versions[info.param].name); });

}  // namespace
}  // namespace sentibyte::kernels
