#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/layer_norm/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void layer_norm(const LayerNorm& task) { generic::layer_norm<V>(task); }

}  // namespace sentibyte::kernels::simd
#endif
