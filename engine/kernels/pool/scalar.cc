#include "kernels/vector/scalar.h"

#include "kernels/pool/generic.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

void pool_mean(const Pool& task) { generic::pool_mean<V>(task); }

void pool_max(const Pool& task) { generic::pool_max<V>(task); }

void pool_weighted(const Pool& task, std::span<const float> weights) { generic::pool_weighted<V>(task, weights); }

}  // namespace sentibyte::kernels::scalar
