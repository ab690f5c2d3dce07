#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD128
#include "kernels/simd/wasm.h"
#include "kernels/softmax/generic.h"

namespace sentibyte::kernels::simd128 {

using V = simd::Wasm;

void softmax(std::span<float> row) { generic::softmax<V>(row); }

}  // namespace sentibyte::kernels::simd128
#endif
