/// Where the sums of a tile go when the inner loop is done; shared by simd128 and relaxed.
#pragma once

#include <wasm_simd128.h>

#include "kernels/gemm/write_back.h"

namespace sentibyte::kernels {

/// A task whose output is what the sums are, scaled and biased: then a tile's registers go straight to memory.
inline bool writes_directly(const Gemm& task) {
  return task.function == Function::None && task.output.real && !task.output.quantized && task.columns % kPanel == 0;
}

/// Tile of kRows rows by kPanels panels from panel `panel` of the strip at `column`: to the output if the task allows
/// it, else to the strip.
template <size_t kRows, size_t kPanels>
[[gnu::always_inline]] inline void finish_tile(const Gemm& task, const v128_t (&sums)[kRows][kPanels][2], size_t row,
                                               size_t column, size_t panel, Strip<int32_t>& strip) {
  if (!writes_directly(task)) {
    for (size_t r = 0; r < kRows; ++r) {
      for (size_t p = 0; p < kPanels; ++p) {
        wasm_v128_store(&strip.sums[r][(panel + p) * kPanel], sums[r][p][0]);
        wasm_v128_store(&strip.sums[r][(panel + p) * kPanel + 4], sums[r][p][1]);
      }
    }
    return;
  }
  for (size_t p = 0; p < kPanels; ++p) {
    for (size_t half = 0; half < 2; ++half) {
      const size_t first = column + (panel + p) * kPanel + 4 * half;
      const v128_t scale = wasm_v128_load(task.scales.data() + first);
      const v128_t bias = wasm_v128_load(task.bias.data() + first);
      for (size_t r = 0; r < kRows; ++r) {
        const v128_t real = wasm_f32x4_mul(wasm_f32x4_convert_i32x4(sums[r][p][half]), scale);
        wasm_v128_store(task.output.real + (row + r) * task.output.real_stride + first, wasm_f32x4_add(real, bias));
      }
    }
  }
}

}  // namespace sentibyte::kernels
