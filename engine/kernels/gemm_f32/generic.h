/// The float GEMM over the vector wrapper: tiles of up to four rows by one panel.
#pragma once

#include <algorithm>

#include "kernels/gemm/write_back.h"
#include "kernels/gemm_f32/gemm_f32.h"
#include "kernels/simd/write.h"

namespace sentibyte::kernels::generic {

template <class V>
void gemm_f32_pack(std::span<const float> weights, size_t stride, size_t columns, size_t depth,
                   std::span<float> out) {
  float* to = out.data();
  for (size_t first = 0; first < columns; first += kPanel) {
    const size_t count = std::min(kPanel, columns - first);
    if (count < kPanel) std::fill_n(to, kPanel * depth, 0.0f);
    for (size_t i = 0; i < count; ++i) {
      const float* from = weights.data() + (first + i) * stride;
      for (size_t k = 0; k < depth; ++k) to[k * kPanel + i] = from[k];
    }
    to += kPanel * depth;
  }
}

template <class V, Function kFunction, size_t kRows>
void gemm_f32_tile(const GemmF32& task, size_t row, size_t column) {
  using Floats = typename V::Floats;
  const size_t depth = task.depth;
  const float* a = task.a.data() + row * task.a_stride;
  const float* panel = task.weights.data() + column * depth;
  Floats low[kRows];
  Floats high[kRows];
  for (size_t r = 0; r < kRows; ++r) low[r] = high[r] = V::splat(0.0f);
  for (size_t k = 0; k < depth; ++k, panel += kPanel) {
    const Floats left = V::load(panel);
    const Floats right = V::load(panel + 4);
    for (size_t r = 0; r < kRows; ++r) {
      const Floats x = V::load_splat(a + r * task.a_stride + k);
      low[r] = V::add(low[r], V::mul(x, left));
      high[r] = V::add(high[r], V::mul(x, right));
    }
  }
  const size_t count = std::min(kPanel, task.columns - column);
  for (size_t r = 0; r < kRows; ++r) {
    if (!task.bias.empty()) {
      low[r] = V::add(low[r], V::load(task.bias.data() + column));
      high[r] = V::add(high[r], V::load(task.bias.data() + column + 4));
    }
    simd::write<V>(task.output, row + r, column, simd::apply<V, kFunction>(low[r]),
                   simd::apply<V, kFunction>(high[r]), count);
  }
}

template <class V, Function kFunction>
void gemm_f32_rows(const GemmF32& task, size_t row) {
  const size_t left = task.rows - row;
  for (size_t column = 0; column < task.columns; column += kPanel) {
    if (left >= 4) {
      gemm_f32_tile<V, kFunction, 4>(task, row, column);
    } else if (left == 3) {
      gemm_f32_tile<V, kFunction, 3>(task, row, column);
    } else if (left == 2) {
      gemm_f32_tile<V, kFunction, 2>(task, row, column);
    } else {
      gemm_f32_tile<V, kFunction, 1>(task, row, column);
    }
  }
}

template <class V>
void gemm_f32(const GemmF32& task) {
  with_function(task.function, [&]<Function kFunction>() {
    for (size_t row = 0; row < task.rows; row += 4) gemm_f32_rows<V, kFunction>(task, row);
  });
}

}  // namespace sentibyte::kernels::generic
