#include "kernels/self_test.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "kernels/gemm/gemm.h"

namespace sentibyte::kernels {
#if defined(SENTIBYTE_INT8)
namespace {

// 72 = 64 and a half-filled block; 5 rows = a whole tile and a single row; 11 columns = a panel and a part of one.
constexpr size_t kDepth = 72;
constexpr size_t kRows = 5;
constexpr size_t kColumns = 11;
constexpr size_t kPadded = padded_columns(kColumns);

struct Buffers {
  alignas(16) std::array<std::byte, kPadded * kDepth * 4> packed;
  alignas(16) std::array<std::byte, kDepth * 16> scratch;
  std::array<float, kRows * kColumns> result;
};

using Weights = std::array<int8_t, kColumns * kDepth>;
using Activations = std::array<uint8_t, kRows * kDepth>;

/// Extremes of both signs in long runs and in alternation, then a mixture of all values.
void fill(Weights& weights, Activations& a) {
  for (size_t i = 0; i < weights.size(); ++i) {
    const size_t column = i / kDepth;
    const bool negative = column == 1 || (column == 2 && i % 2 == 0);
    weights[i] = column < 3 ? static_cast<int8_t>(negative ? -127 : 127)
                            : static_cast<int8_t>(static_cast<int>(i * 37 % 255) - 127);
  }
  for (size_t i = 0; i < a.size(); ++i) {
    const size_t row = i / kDepth;
    a[i] = static_cast<uint8_t>(row < 2 || row == 4 ? 127 : i * 29 % 128);
  }
}

using Pack = void(std::span<const int8_t>, size_t, size_t, std::span<std::byte>);

void multiply(const Weights& weights, const Activations& a, Pack* pack, void (*run)(const Gemm&), Buffers& at) {
  static constexpr std::array<int32_t, kPadded> kOffsets{};
  static constexpr std::array<float, kPadded> kBias{};
  std::array<float, kPadded> scales;
  scales.fill(1.0f);  // sums stay below 2^24: exact as floats
  pack(weights, kColumns, kDepth, at.packed);
  Gemm task{.a = a, .a_stride = kDepth, .rows = kRows, .columns = kColumns, .depth = kDepth};
  task.weights = at.packed;
  task.offsets = kOffsets;
  task.scales = scales;
  task.bias = kBias;
  task.output.real = at.result.data();
  task.output.real_stride = kColumns;
  task.scratch = at.scratch;
  run(task);
}

}  // namespace

bool self_test() {
  Weights weights;
  Activations a;
  fill(weights, a);
  Buffers expected;
  Buffers actual;
  multiply(weights, a, reference::gemm_pack, reference::gemm, expected);
  multiply(weights, a, fast::gemm_pack, fast::gemm, actual);
  return std::equal(expected.result.begin(), expected.result.end(), actual.result.begin());
}

#else

bool self_test() { return true; }

#endif

}  // namespace sentibyte::kernels
