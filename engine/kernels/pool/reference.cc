#include "kernels/pool/generic.h"
#include "kernels/vector/scalar.h"

namespace sentibyte::kernels::reference {

using V = vector::Scalar;

void pool_mean(const Pool& task) { generic::pool_mean<V>(task); }

void pool_max(const Pool& task) { generic::pool_max<V>(task); }

void pool_weighted(const Pool& task, std::span<const float> weights) { generic::pool_weighted<V>(task, weights); }

}  // namespace sentibyte::kernels::reference
