#include "kernels/vector/scalar.h"

#include "kernels/layer_norm/generic.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

void layer_norm(const LayerNorm& task) { generic::layer_norm<V>(task); }

}  // namespace sentibyte::kernels::scalar
