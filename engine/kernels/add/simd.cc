#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/add/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void add(const Add& task) { generic::add<V>(task); }

}  // namespace sentibyte::kernels::simd
#endif
