#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/softmax/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void softmax(std::span<float> row) { generic::softmax<V>(row); }

}  // namespace sentibyte::kernels::simd
#endif
