/// The float GEMM over the vector wrapper: tiles of rows by panels as gemm/tiles.h orders them.
#pragma once

#include <algorithm>

#include "kernels/gemm/tiles.h"
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

template <class V, Function kFunction, size_t kRows, size_t kPanels>
void gemm_f32_tile(const GemmF32& task, size_t row, size_t column) {
  using Floats = typename V::Floats;
  const size_t depth = task.depth;
  const float* a = task.a.data() + row * task.a_stride;
  const float* panels = task.weights.data() + column * depth;
  Floats low[kRows][kPanels];
  Floats high[kRows][kPanels];
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t p = 0; p < kPanels; ++p) low[r][p] = high[r][p] = V::splat(0.0f);
  }
  const float* const end = a + depth;
  for (; a != end; ++a, panels += kPanel) {
    for (size_t p = 0; p < kPanels; ++p) {
      const Floats left = V::load(panels + p * depth * kPanel);
      const Floats right = V::load(panels + p * depth * kPanel + 4);
      for (size_t r = 0; r < kRows; ++r) {
        const Floats x = V::load_splat(a + r * task.a_stride);
        low[r][p] = V::add(low[r][p], V::mul(x, left));
        high[r][p] = V::add(high[r][p], V::mul(x, right));
      }
    }
  }
  for (size_t p = 0; p < kPanels; ++p) {
    const size_t first = column + p * kPanel;
    const size_t count = std::min(kPanel, task.columns - first);
    for (size_t r = 0; r < kRows; ++r) {
      if (!task.bias.empty()) {
        low[r][p] = V::add(low[r][p], V::load(task.bias.data() + first));
        high[r][p] = V::add(high[r][p], V::load(task.bias.data() + first + 4));
      }
      simd::write<V>(task.output, row + r, first, simd::apply<V, kFunction>(low[r][p]),
                     simd::apply<V, kFunction>(high[r][p]), count);
    }
  }
}

template <class V>
void gemm_f32(const GemmF32& task) {
  const size_t block = block_rows(task.depth * sizeof(float));
  with_function(task.function, [&]<Function kFunction>() {
    for (size_t first = 0; first < task.rows; first += block) {
      for_each_tile(first, std::min(first + block, task.rows), task.columns,
                    [&]<size_t kRows, size_t kPanels>(size_t row, size_t column) {
                      gemm_f32_tile<V, kFunction, kRows, kPanels>(task, row, column);
                    });
    }
  });
}

}  // namespace sentibyte::kernels::generic
