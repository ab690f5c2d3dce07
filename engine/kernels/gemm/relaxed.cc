#include "kernels/kernel.h"

#if SENTIBYTE_HAS_RELAXED
#include <algorithm>
#include <cstring>

#include <wasm_simd128.h>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/tiles.h"
#include "kernels/gemm/wasm_tile.h"
#include "kernels/gemm/write_back.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::relaxed {
namespace {

using V = vector::Wasm;

/// What one dot instruction sums per lane. Panels are [depth / kBlock][kPanel][kBlock].
constexpr size_t kBlock = 4;

constexpr size_t padded_depth(size_t depth) { return (depth + kBlock - 1) / kBlock * kBlock; }

/// The last `count` (1..3) activations of a row, then zeros; the weights there are zero as well.
v128_t splat_rest(const uint8_t* a, size_t count) {
  uint32_t word = 0;
  std::memcpy(&word, a, count);
  return wasm_u32x4_splat(word);
}

/// Rows row.., panel `panel` of the strip from `column` on and the next, into the strip's sums.
template <size_t kRows, size_t kPanels>
void tile(const Gemm& task, size_t row, size_t column, size_t panel, Strip<int32_t>& strip) {
  const size_t depth = task.depth;
  const size_t panel_bytes = padded_depth(depth) * kPanel;
  const auto* weights = reinterpret_cast<const int8_t*>(task.weights.data()) + (column / kPanel + panel) * panel_bytes;
  const uint8_t* a = task.a.data() + row * task.a_stride;
  const int32_t* offsets = task.offsets.data() + column + panel * kPanel;
  v128_t sums[kRows][kPanels][2];
  for (auto& row_sums : sums) {
    for (size_t p = 0; p < kPanels; ++p) {
      row_sums[p][0] = wasm_v128_load(offsets + p * kPanel);
      row_sums[p][1] = wasm_v128_load(offsets + p * kPanel + 4);
    }
  }
  const auto step = [&](const int8_t* block, const auto& load) {
    v128_t x[kRows];
    for (size_t r = 0; r < kRows; ++r) x[r] = load(a + r * task.a_stride);
    for (size_t p = 0; p < kPanels; ++p) {
      const v128_t left = wasm_v128_load(block + p * panel_bytes);
      const v128_t right = wasm_v128_load(block + p * panel_bytes + 16);
      for (size_t r = 0; r < kRows; ++r) {
        sums[r][p][0] = wasm_i32x4_relaxed_dot_i8x16_i7x16_add(left, x[r], sums[r][p][0]);
        sums[r][p][1] = wasm_i32x4_relaxed_dot_i8x16_i7x16_add(right, x[r], sums[r][p][1]);
      }
    }
  };
  const uint8_t* const end = a + depth / kBlock * kBlock;
  for (; a != end; a += kBlock, weights += kBlock * kPanel) {
    step(weights, [](const uint8_t* from) { return wasm_v128_load32_splat(from); });
  }
  if (const size_t rest = depth % kBlock) {
    step(weights, [rest](const uint8_t* from) { return splat_rest(from, rest); });
  }
  finish_tile(task, sums, row, column, panel, strip);
}

}  // namespace

size_t gemm_packed_bytes(size_t columns, size_t depth) { return padded_columns(columns) * padded_depth(depth); }

size_t gemm_scratch_bytes(size_t) { return 0; }

void gemm_pack(std::span<const int8_t> weights, size_t columns, size_t depth, std::span<std::byte> out) {
  auto* to = reinterpret_cast<int8_t*>(out.data());
  std::fill_n(to, gemm_packed_bytes(columns, depth), int8_t{0});
  for (size_t column = 0; column < columns; ++column) {
    int8_t* panel = to + column / kPanel * kPanel * padded_depth(depth) + column % kPanel * kBlock;
    for (size_t k = 0; k < depth; ++k) panel[k / kBlock * kBlock * kPanel + k % kBlock] = weights[column * depth + k];
  }
}

void gemm(const Gemm& task) {
  const size_t block = block_rows(task.depth);
  WriteBack<Gemm>* const write_back = write_back_for<V>(task);
  Strip<int32_t> strip;
  for (size_t first = 0; first < task.rows; first += block) {
    for_each_strip(
        first, std::min(first + block, task.rows), task.columns,
        [&]<size_t kRows, size_t kPanels>(size_t row, size_t column, size_t panel) {
          tile<kRows, kPanels>(task, row, column, panel, strip);
        },
        [&](size_t row, size_t rows, size_t column, size_t count) {
          if (!writes_directly(task)) write_back(task, strip, row, rows, column, count);
        });
  }
}

}  // namespace sentibyte::kernels::relaxed
#endif
