#include "kernels/softmax/generic.h"
#include "kernels/vector/scalar.h"

namespace sentibyte::kernels::reference {

using V = vector::Scalar;

void softmax(std::span<float> row) { generic::softmax<V>(row); }

}  // namespace sentibyte::kernels::reference
