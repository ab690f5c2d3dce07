#include "kernels/self_test.h"

#include <array>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/reference.h"

namespace sentibyte::kernels {
#if defined(SENTIBYTE_INT8)
namespace {

// 72 = 64 and a half-filled block; 5 rows = a whole tile and a single row; 11 columns = a panel and a part of one.
constexpr std::size_t kDepth = 72;
constexpr std::size_t kRows = 5;
constexpr std::size_t kColumns = 11;
constexpr std::size_t kPadded = padded_columns(kColumns);

/// What the write-back makes of the sums.
struct Result {
  std::array<float, kRows * kColumns> real;
  std::array<std::uint8_t, kRows * kColumns> quantized;
  bool operator==(const Result&) const = default;
};

using Weights = std::array<std::int8_t, kColumns * kDepth>;
using Activations = std::array<std::uint8_t, kRows * kDepth>;

/// Extremes of both signs in long runs and in alternation, then a mixture of all values.
void fill(Weights& weights, Activations& a) {
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const std::size_t column = i / kDepth;
    const bool negative = column == 1 || (column == 2 && i % 2 == 0);
    weights[i] = column < 3 ? static_cast<std::int8_t>(negative ? -127 : 127)
                            : static_cast<std::int8_t>(static_cast<int>(i * 37 % 255) - 127);
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::size_t row = i / kDepth;
    a[i] = static_cast<std::uint8_t>(row < 2 || row == 4 ? 127 : i * 29 % 128);
  }
}

/// Sums reach 72 * 127 * 127: the u7 form has values inside its range and clamped at both of its ends.
constexpr Quantization kQuantization{.inverse_scale = 0.25F, .zero_point = 60};

/// Powers of two and multiples of 1/4: no result is rounded but where the specification rounds, to u7.
struct Columns {
  alignas(16) std::array<std::int32_t, kPadded> offsets{};
  alignas(16) std::array<float, kPadded> scales{};
  alignas(16) std::array<float, kPadded> bias{};

  Columns() {
    for (std::size_t i = 0; i < kColumns; ++i) {
      offsets[i] = static_cast<std::int32_t>(i * 71);
      scales[i] = i % 2 == 0 ? 1.0F / 128 : 1.0F / 1024;
      bias[i] = static_cast<float>(i) * 2.25F - 9.5F;
    }
  }
};

void multiply_plainly(const Weights& weights, const Activations& a, const Columns& columns, Result& result) {
  for (std::size_t i = 0; i < result.real.size(); ++i) {
    const std::size_t column = i % kColumns;
    const auto row_of = [](const auto& from, std::size_t row) { return std::span(from).subspan(row * kDepth, kDepth); };
    const std::int32_t sum = reference::sum(row_of(a, i / kColumns), row_of(weights, column), 0, 0);
    result.real[i] = reference::real(columns.offsets[column] + sum, columns.scales[column], columns.bias[column]);
    result.quantized[i] = reference::quantize(result.real[i], kQuantization);
  }
}

void multiply_fast(const Weights& weights, const Activations& a, const Columns& columns, Result& result) {
  alignas(16) std::array<std::byte, kPadded * kDepth * 4> packed;
  alignas(16) std::array<std::byte, kDepth * 16> scratch;
  fast::gemm_pack(weights, kColumns, kDepth, packed);
  Gemm task{.a = a, .a_stride = kDepth, .rows = kRows, .columns = kColumns, .depth = kDepth};
  task.weights = packed;
  task.offsets = columns.offsets;
  task.scales = columns.scales;
  task.bias = columns.bias;
  task.output = {.real = result.real.data(),
                 .real_stride = kColumns,
                 .quantized = result.quantized.data(),
                 .quantized_stride = kColumns,
                 .quantization = kQuantization};
  task.scratch = scratch;
  fast::gemm(task);
}

}  // namespace

bool self_test() {
  Weights weights;
  Activations a;
  fill(weights, a);
  const Columns columns;
  Result expected;
  Result actual;
  multiply_plainly(weights, a, columns, expected);
  multiply_fast(weights, a, columns, actual);
  return expected == actual;
}

#else

bool self_test() { return true; }

#endif

}  // namespace sentibyte::kernels
