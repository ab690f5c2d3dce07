#include "kernels/gemm_float/generic.h"
#include "kernels/vector/portable.h"

namespace sentibyte::kernels::reference {

void gemm_float_pack(std::span<const float> weights, size_t stride, size_t columns, size_t depth,
                     std::span<float> out) {
  generic::gemm_float_pack<vector::Portable>(weights, stride, columns, depth, out);
}

void gemm_float(const GemmFloat& task) { generic::gemm_float<vector::Portable>(task); }

}  // namespace sentibyte::kernels::reference
