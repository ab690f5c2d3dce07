#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/gemm_float/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void gemm_float_pack(std::span<const float> weights, size_t stride, size_t columns, size_t depth,
                     std::span<float> out) {
  generic::gemm_float_pack<V>(weights, stride, columns, depth, out);
}

void gemm_float(const GemmFloat& task) { generic::gemm_float<V>(task); }

}  // namespace sentibyte::kernels::simd
#endif
