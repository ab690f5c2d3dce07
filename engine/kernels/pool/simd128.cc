#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD128
#include "kernels/pool/generic.h"
#include "kernels/simd/wasm.h"

namespace sentibyte::kernels::simd128 {

using V = simd::Wasm;

void pool_mean(const Pool& task) { generic::pool_mean<V>(task); }

void pool_max(const Pool& task) { generic::pool_max<V>(task); }

void pool_weighted(const Pool& task, std::span<const float> weights) { generic::pool_weighted<V>(task, weights); }

}  // namespace sentibyte::kernels::simd128
#endif
