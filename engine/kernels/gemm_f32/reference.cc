#include "kernels/gemm_f32/generic.h"
#include "kernels/simd/portable.h"

namespace sentibyte::kernels::reference {

void gemm_f32_pack(std::span<const float> weights, size_t stride, size_t columns, size_t depth, std::span<float> out) {
  generic::gemm_f32_pack<simd::Portable>(weights, stride, columns, depth, out);
}

void gemm_f32(const GemmF32& task) { generic::gemm_f32<simd::Portable>(task); }

}  // namespace sentibyte::kernels::reference
