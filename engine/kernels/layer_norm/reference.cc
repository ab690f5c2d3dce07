#include "kernels/layer_norm/generic.h"
#include "kernels/vector/scalar.h"

namespace sentibyte::kernels::reference {

using V = vector::Scalar;

void layer_norm(const LayerNorm& task) { generic::layer_norm<V>(task); }

}  // namespace sentibyte::kernels::reference
