/// The float GEMM over the vector wrapper: tiles of rows by panels as gemm/tiles.h orders them.
#pragma once

#include <algorithm>

#include "kernels/gemm/tiles.h"
#include "kernels/gemm/write_back.h"
#include "kernels/gemm_float/gemm_float.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels {

template <class U>
[[gnu::always_inline]] inline typename U::Floats real_of(const GemmFloat& task, const float* sums, size_t column) {
  const auto real = U::load(sums);
  return task.bias.empty() ? real : U::add(real, U::load(task.bias.data() + column));
}

namespace generic {

template <class V>
void gemm_float_pack(std::span<const float> weights, size_t stride, size_t columns, size_t depth,
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

/// Rows row.., panel `panel` of the strip from `column` on and the next, into the strip's sums.
template <class V, size_t kRows, size_t kPanels>
void gemm_float_tile(const GemmFloat& task, size_t row, size_t column, size_t panel, Strip<float>& strip) {
  using Floats = typename V::Floats;
  const size_t depth = task.depth;
  const float* a = task.a.data() + row * task.a_stride;
  const float* weights = task.weights.data() + (column + panel * kPanel) * depth;
  Floats sums[kRows][kPanels][2];
  for (auto& panels : sums) {
    for (auto& halves : panels) halves[0] = halves[1] = V::splat(0.0f);
  }
  const float* const end = a + depth;
  for (; a != end; ++a, weights += kPanel) {
    for (size_t p = 0; p < kPanels; ++p) {
      const Floats left = V::load(weights + p * depth * kPanel);
      const Floats right = V::load(weights + p * depth * kPanel + 4);
      for (size_t r = 0; r < kRows; ++r) {
        const Floats x = V::load_splat(a + r * task.a_stride);
        sums[r][p][0] = V::add(sums[r][p][0], V::mul(x, left));
        sums[r][p][1] = V::add(sums[r][p][1], V::mul(x, right));
      }
    }
  }
  for (size_t r = 0; r < kRows; ++r) {
    for (size_t p = 0; p < kPanels; ++p) {
      V::store(&strip.sums[r][(panel + p) * kPanel], sums[r][p][0]);
      V::store(&strip.sums[r][(panel + p) * kPanel + 4], sums[r][p][1]);
    }
  }
}

template <class V>
void gemm_float(const GemmFloat& task) {
  const size_t block = block_rows(task.depth * sizeof(float));
  WriteBack<GemmFloat>* const write_back = write_back_for<V>(task);
  Strip<float> strip;
  for (size_t first = 0; first < task.rows; first += block) {
    for_each_strip(
        first, std::min(first + block, task.rows), task.columns,
        [&]<size_t kRows, size_t kPanels>(size_t row, size_t column, size_t panel) {
          gemm_float_tile<V, kRows, kPanels>(task, row, column, panel, strip);
        },
        [&](size_t row, size_t rows, size_t column, size_t count) {
          write_back(task, strip, row, rows, column, count);
        });
  }
}

}  // namespace generic
}  // namespace sentibyte::kernels
