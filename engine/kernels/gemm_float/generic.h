/// The float GEMM over the vector wrapper: tiles of rows by panels as gemm/tiles.h orders them.
#pragma once

#include "kernels/gemm/write_back.h"
#include "kernels/gemm_float/gemm_float.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels {

template <class U>
[[gnu::always_inline]] inline auto to_reals(const GemmFloat& task, std::size_t column) {
  const float* const bias = task.bias.empty() ? nullptr : task.bias.data() + column;
  return [bias](const typename U::Floats& sums)
             __attribute__((always_inline)) { return bias ? U::add(sums, U::load(bias)) : sums; };
}

/// Never: one row would gain a tenth of its time, for half a kilobyte of each module.
constexpr bool writes_directly(const GemmFloat&) { return false; }

namespace generic {

/// Rows row.., panel `panel` of the strip from `column` on and the next, into the strip's sums.
template <class V, std::size_t kRows, std::size_t kPanels>
void gemm_float_tile(const GemmFloat& task, std::size_t row, std::size_t column, std::size_t panel,
                     Strip<float>& strip) {
  using Floats = typename V::Floats;
  const std::size_t depth = task.depth;
  const float* a = task.a.data() + row * task.a_stride;
  const float* weights = task.weights.data() + (column + panel * kPanel) * depth;
  Floats sums[kRows][kPanels][2];
  for (auto& panels : sums) {
    for (auto& halves : panels) halves[0] = halves[1] = V::splat(0.0F);
  }
  const float* const end = a + depth;
  for (; a != end; ++a, weights += kPanel) {
    for (std::size_t p = 0; p < kPanels; ++p) {
      const Floats left = V::load(weights + p * depth * kPanel);
      const Floats right = V::load(weights + p * depth * kPanel + 4);
      for (std::size_t r = 0; r < kRows; ++r) {
        const Floats x = V::load_splat(a + r * task.a_stride);
        sums[r][p][0] = V::add(sums[r][p][0], V::mul(x, left));
        sums[r][p][1] = V::add(sums[r][p][1], V::mul(x, right));
      }
    }
  }
  finish_tile<V>(task, sums, row, column, panel, strip);
}

template <class V>
void gemm_float(const GemmFloat& task) {
  for_each_tile<V>(task, block_rows(task.depth * sizeof(float)), [&task](std::size_t, std::size_t) {
    return [&task]<std::size_t kRows, std::size_t kPanels>(std::size_t row, std::size_t column, std::size_t panel,
                                                           Strip<float>& strip) {
      gemm_float_tile<V, kRows, kPanels>(task, row, column, panel, strip);
    };
  });
}

}  // namespace generic
}  // namespace sentibyte::kernels
