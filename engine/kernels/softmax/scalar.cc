#include "kernels/vector/scalar.h"

#include "kernels/softmax/generic.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

void softmax(std::span<float> row) { generic::softmax<V>(row); }

}  // namespace sentibyte::kernels::scalar
