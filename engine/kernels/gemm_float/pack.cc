#include <algorithm>

#include "kernels/gemm_float/gemm_float.h"

namespace sentibyte::kernels {

void gemm_float_pack(std::span<const float> weights, std::size_t stride, std::size_t columns, std::size_t depth,
                     std::span<float> out) {
  float* to = out.data();
  for (std::size_t first = 0; first < columns; first += kPanel) {
    const std::size_t count = std::min(kPanel, columns - first);
    if (count < kPanel) std::fill_n(to, kPanel * depth, 0.0F);
    for (std::size_t i = 0; i < count; ++i) {
      const float* from = weights.data() + (first + i) * stride;
      for (std::size_t k = 0; k < depth; ++k) to[k * kPanel + i] = from[k];
    }
    to += kPanel * depth;
  }
}

}  // namespace sentibyte::kernels
