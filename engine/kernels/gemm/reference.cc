#include <algorithm>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/write_back.h"
#include "kernels/vector/portable.h"

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

// Panels [depth][kPanel / 2] of column pairs: two weights in one 64-bit integer, low + high * 2^32, so that one
// multiplication does two columns. Both sums stay below 2^31 (gemm.h), so neither reaches the other but for the
// borrow of a negative low one, which `split` gives back.
constexpr size_t kPairs = kPanel / 2;

static int64_t join(int64_t low, int64_t high) { return low + high * (int64_t{1} << 32); }

static void split(int64_t pair, int32_t& low, int32_t& high) {
  low = static_cast<int32_t>(static_cast<uint32_t>(pair));
  high = static_cast<int32_t>((pair - low) >> 32);
}

size_t gemm_packed_bytes(size_t columns, size_t depth) { return padded_columns(columns) / 2 * depth * sizeof(int64_t); }

size_t gemm_scratch_bytes(size_t) { return 0; }

void gemm_pack(std::span<const int8_t> weights, size_t columns, size_t depth, std::span<std::byte> out) {
  auto* to = reinterpret_cast<int64_t*>(out.data());
  const auto weight = [&](size_t column, size_t k) {
    return column < columns ? weights[column * depth + k] : int8_t{0};
  };
  for (size_t first = 0; first < columns; first += kPanel) {
    for (size_t k = 0; k < depth; ++k) {
      for (size_t column = first; column < first + kPanel; column += 2) {
        *to++ = join(weight(column, k), weight(column + 1, k));
      }
    }
  }
}

void gemm(const Gemm& task) {
  const auto* weights = reinterpret_cast<const int64_t*>(task.weights.data());
  WriteBack<Gemm>* const write_back = write_back_for<vector::Portable>(task);
  for (size_t row = 0; row < task.rows; ++row) {
    const uint8_t* a = task.a.data() + row * task.a_stride;
    int32_t row_sum = 0;
    if (!task.weight_zero_points.empty()) {
      for (size_t k = 0; k < task.depth; ++k) row_sum += a[k];
    }
    for (size_t column = 0; column < task.columns; column += kPanel) {
      const int64_t* panel = weights + column / 2 * task.depth;
      const size_t count = std::min(kPanel, task.columns - column);
      int64_t pairs[kPairs] = {};
      for (size_t k = 0; k < task.depth; ++k, panel += kPairs) {
        for (size_t i = 0; i < kPairs; ++i) pairs[i] += panel[i] * a[k];
      }
      int32_t sums[kPanel];
      for (size_t i = 0; i < kPairs; ++i) split(pairs[i], sums[2 * i], sums[2 * i + 1]);
      for (size_t i = 0; i < kPanel; ++i) sums[i] += task.offsets[column + i];
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
