#include <algorithm>

#include "kernels/gemm_float/gemm_float.h"

namespace sentibyte::kernels {

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

}  // namespace sentibyte::kernels
