#include "kernels/simd/scalar.h"
#include "kernels/softmax/generic.h"

namespace sentibyte::kernels::reference {

using V = simd::Scalar;

void softmax(std::span<float> row) { generic::softmax<V>(row); }

}  // namespace sentibyte::kernels::reference
