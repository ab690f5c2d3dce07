#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD128
#include "kernels/add/generic.h"
#include "kernels/simd/wasm.h"

namespace sentibyte::kernels::simd128 {

using V = simd::Wasm;

void add(const Add& task) { generic::add<V>(task); }

}  // namespace sentibyte::kernels::simd128
#endif
