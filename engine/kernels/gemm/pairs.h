/// The integer GEMM without vectors of integers: one multiplication for two columns, results written over the vector
/// wrapper `V`.
///
/// Panels are [depth][kPanel / 2] of column pairs: two weights in one 64-bit integer, low + high * 2^32. Both sums stay
/// below 2^31 (gemm.h), so neither reaches the other but for the borrow of a negative low one, which `split` gives
/// back.
#pragma once

#include <algorithm>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/write_back.h"

namespace sentibyte::kernels::generic {

inline constexpr std::size_t kPairs = kPanel / 2;

constexpr std::int64_t join(std::int64_t low, std::int64_t high) { return low + high * (std::int64_t{1} << 32); }

constexpr void split(std::int64_t pair, std::int32_t& low, std::int32_t& high) {
  low = static_cast<std::int32_t>(static_cast<std::uint32_t>(pair));
  high = static_cast<std::int32_t>((pair - low) >> 32);
}

/// Also with zero points on the weights: what they add to every product of a row, in one piece.
template <class V>
void gemm_pairs(const Gemm& task) {
  const auto* weights = reinterpret_cast<const std::int64_t*>(task.weights.data());
  WriteBack<Gemm>* const write_back = write_back_for<V>(task);
  for (std::size_t row = 0; row < task.rows; ++row) {
    const std::uint8_t* a = task.a.data() + row * task.a_stride;
    std::int32_t row_sum = 0;
    if (!task.weight_zero_points.empty()) {
      for (std::size_t k = 0; k < task.depth; ++k) row_sum += a[k];
    }
    for (std::size_t column = 0; column < task.columns; column += kPanel) {
      const std::int64_t* panel = weights + column / 2 * task.depth;
      const std::size_t count = std::min(kPanel, task.columns - column);
      std::int64_t pairs[kPairs] = {};
      for (std::size_t k = 0; k < task.depth; ++k, panel += kPairs) {
        for (std::size_t i = 0; i < kPairs; ++i) pairs[i] += panel[i] * a[k];
      }
      std::int32_t sums[kPanel];
      for (std::size_t i = 0; i < kPairs; ++i) split(pairs[i], sums[2 * i], sums[2 * i + 1]);
      for (std::size_t i = 0; i < kPanel; ++i) sums[i] += task.offsets[column + i];
      if (!task.weight_zero_points.empty()) {
        for (std::size_t i = 0; i < count; ++i) sums[i] -= task.weight_zero_points[column + i] * row_sum;
      }
      Strip<std::int32_t> strip;
      std::copy_n(sums, kPanel, strip.sums[0]);
      write_back(task, strip, row, 1, column, count);
    }
  }
}

}  // namespace sentibyte::kernels::generic
