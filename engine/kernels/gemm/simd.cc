#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include <algorithm>

#include <wasm_simd128.h>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/tiles.h"
#include "kernels/gemm/wasm_tile.h"
#include "kernels/gemm/write_back.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {
namespace {

using V = vector::Wasm;

/// What one dot instruction (of 16-bit integers) sums per lane. Panels are [depth / kBlock][kPanel][kBlock] bytes;
/// a block of them widens to two vectors. Activations are widened once for all columns, into scratch.
constexpr size_t kBlock = 2;

constexpr size_t padded_depth(size_t depth) { return (depth + kBlock - 1) / kBlock * kBlock; }

void widen(const uint8_t* from, size_t depth, int16_t* to) {
  size_t k = 0;
  for (; k + 8 <= depth; k += 8) wasm_v128_store(to + k, wasm_u16x8_load8x8(from + k));
  for (; k < depth; ++k) to[k] = from[k];
  if (depth % kBlock) to[depth] = 0;
}

/// Rows row.. (widened at `a`), panel `panel` of the strip from `column` on and the next, into the strip's sums.
template <size_t kRows, size_t kPanels>
void tile(const Gemm& task, const int16_t* a, size_t row, size_t column, size_t panel, Strip<int32_t>& strip) {
  const size_t depth = padded_depth(task.depth);
  const size_t panel_bytes = depth * kPanel;
  const auto* weights = reinterpret_cast<const int8_t*>(task.weights.data()) + (column / kPanel + panel) * panel_bytes;
  const int32_t* offsets = task.offsets.data() + column + panel * kPanel;
  v128_t sums[kRows][kPanels][2];
  for (auto& row_sums : sums) {
    for (size_t p = 0; p < kPanels; ++p) {
      row_sums[p][0] = wasm_v128_load(offsets + p * kPanel);
      row_sums[p][1] = wasm_v128_load(offsets + p * kPanel + 4);
    }
  }
  const int16_t* const end = a + depth;
  for (; a != end; a += kBlock, weights += kBlock * kPanel) {
    for (size_t p = 0; p < kPanels; ++p) {
      const v128_t left = wasm_i16x8_load8x8(weights + p * panel_bytes);
      const v128_t right = wasm_i16x8_load8x8(weights + p * panel_bytes + 8);
      for (size_t r = 0; r < kRows; ++r) {
        const v128_t x = wasm_v128_load32_splat(a + r * depth);
        sums[r][p][0] = wasm_i32x4_add(sums[r][p][0], wasm_i32x4_dot_i16x8(left, x));
        sums[r][p][1] = wasm_i32x4_add(sums[r][p][1], wasm_i32x4_dot_i16x8(right, x));
      }
    }
  }
  finish_tile(task, sums, row, column, panel, strip);
}

constexpr size_t widened_rows(size_t depth) { return block_rows(padded_depth(depth) * sizeof(int16_t)); }

}  // namespace

size_t gemm_packed_bytes(size_t columns, size_t depth) { return padded_columns(columns) * padded_depth(depth); }

size_t gemm_scratch_bytes(size_t depth) { return widened_rows(depth) * padded_depth(depth) * sizeof(int16_t); }

void gemm_pack(std::span<const int8_t> weights, size_t columns, size_t depth, std::span<std::byte> out) {
  auto* to = reinterpret_cast<int8_t*>(out.data());
  std::fill_n(to, gemm_packed_bytes(columns, depth), int8_t{0});
  for (size_t column = 0; column < columns; ++column) {
    int8_t* panel = to + column / kPanel * kPanel * padded_depth(depth) + column % kPanel * kBlock;
    for (size_t k = 0; k < depth; ++k) panel[k / kBlock * kBlock * kPanel + k % kBlock] = weights[column * depth + k];
  }
}

void gemm(const Gemm& task) {
  const size_t stride = padded_depth(task.depth);
  const size_t block = widened_rows(task.depth);
  auto* widened = reinterpret_cast<int16_t*>(task.scratch.data());
  WriteBack<Gemm>* const write_back = write_back_for<V>(task);
  Strip<int32_t> strip;
  for (size_t first = 0; first < task.rows; first += block) {
    const size_t last = std::min(first + block, task.rows);
    for (size_t row = first; row < last; ++row) {
      widen(task.a.data() + row * task.a_stride, task.depth, widened + (row - first) * stride);
    }
    for_each_strip(
        first, last, task.columns,
        [&]<size_t kRows, size_t kPanels>(size_t row, size_t column, size_t panel) {
          tile<kRows, kPanels>(task, widened + (row - first) * stride, row, column, panel, strip);
        },
        [&](size_t row, size_t rows, size_t column, size_t count) {
          if (!writes_directly(task)) write_back(task, strip, row, rows, column, count);
        });
  }
}

}  // namespace sentibyte::kernels::simd
#endif
