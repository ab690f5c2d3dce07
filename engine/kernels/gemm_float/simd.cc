#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/gemm_float/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void gemm_float(const GemmFloat& task) { generic::gemm_float<V>(task); }

}  // namespace sentibyte::kernels::simd
#endif
