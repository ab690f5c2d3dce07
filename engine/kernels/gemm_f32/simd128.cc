#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD128
#include "kernels/gemm_f32/generic.h"
#include "kernels/simd/wasm.h"

namespace sentibyte::kernels::simd128 {

using V = simd::Wasm;

void gemm_f32_pack(std::span<const float> weights, size_t stride, size_t columns, size_t depth, std::span<float> out) {
  generic::gemm_f32_pack<V>(weights, stride, columns, depth, out);
}

void gemm_f32(const GemmF32& task) { generic::gemm_f32<V>(task); }

}  // namespace sentibyte::kernels::simd128
#endif
