#include <algorithm>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/write_back.h"
#include "kernels/simd/portable.h"

namespace sentibyte::kernels {

void fold_offsets(std::span<const int8_t> weights, size_t columns, size_t depth, int32_t zero_point,
                  std::span<const int32_t> weight_zero_points, std::span<int32_t> out) {
  std::fill(out.begin(), out.end(), 0);
  for (size_t column = 0; column < columns; ++column) {
    int32_t sum = 0;
    for (const int8_t weight : weights.subspan(column * depth, depth)) sum += weight;
    if (!weight_zero_points.empty()) sum -= weight_zero_points[column] * static_cast<int32_t>(depth);
    out[column] = -zero_point * sum;
  }
}

namespace reference {

// Panels [depth][kPanel]: a compiler may vectorise over the columns.

size_t gemm_packed_bytes(size_t columns, size_t depth) { return padded_columns(columns) * depth; }

size_t gemm_scratch_bytes(size_t) { return 0; }

void gemm_pack(std::span<const int8_t> weights, size_t columns, size_t depth, std::span<std::byte> out) {
  auto* to = reinterpret_cast<int8_t*>(out.data());
  for (size_t first = 0; first < columns; first += kPanel) {
    for (size_t k = 0; k < depth; ++k) {
      for (size_t column = first; column < first + kPanel; ++column) {
        *to++ = column < columns ? weights[column * depth + k] : int8_t{0};
      }
    }
  }
}

void gemm(const Gemm& task) {
  const auto* weights = reinterpret_cast<const int8_t*>(task.weights.data());
  WriteBack* const write_back = write_back_for<simd::Portable>(task.function);
  for (size_t row = 0; row < task.rows; ++row) {
    const uint8_t* a = task.a.data() + row * task.a_stride;
    int32_t row_sum = 0;
    if (!task.weight_zero_points.empty()) {
      for (size_t k = 0; k < task.depth; ++k) row_sum += a[k];
    }
    for (size_t column = 0; column < task.columns; column += kPanel) {
      const int8_t* panel = weights + column * task.depth;
      const size_t count = std::min(kPanel, task.columns - column);
      // On the stack and nowhere else: bytes may alias anything, so sums that others see would be stored every time.
      int32_t sums[kPanel];
      std::copy_n(task.offsets.data() + column, kPanel, sums);
      for (size_t k = 0; k < task.depth; ++k, panel += kPanel) {
        for (size_t i = 0; i < kPanel; ++i) sums[i] += panel[i] * a[k];
      }
      if (!task.weight_zero_points.empty()) {
        for (size_t i = 0; i < count; ++i) sums[i] -= task.weight_zero_points[column + i] * row_sum;
      }
      Strip<int32_t> strip;
      std::copy_n(sums, kPanel, strip.sums[0]);
      write_back(task, strip, row, 1, column, count);
    }
  }
}

}  // namespace reference
}  // namespace sentibyte::kernels
