#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD128
#include "kernels/layer_norm/generic.h"
#include "kernels/simd/wasm.h"

namespace sentibyte::kernels::simd128 {

using V = simd::Wasm;

void layer_norm(const LayerNorm& task) { generic::layer_norm<V>(task); }

}  // namespace sentibyte::kernels::simd128
#endif
