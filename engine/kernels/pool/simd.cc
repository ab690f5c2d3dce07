#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/pool/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void pool_mean(const Pool& task) { generic::pool_mean<V>(task); }

void pool_max(const Pool& task) { generic::pool_max<V>(task); }

void pool_weighted(const Pool& task, std::span<const float> weights) { generic::pool_weighted<V>(task, weights); }

}  // namespace sentibyte::kernels::simd
#endif
