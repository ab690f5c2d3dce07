#include "kernels/layer_norm/generic.h"
#include "kernels/simd/scalar.h"

namespace sentibyte::kernels::reference {

using V = simd::Scalar;

void layer_norm(const LayerNorm& task) { generic::layer_norm<V>(task); }

}  // namespace sentibyte::kernels::reference
