#include "kernels/vector/scalar.h"

#include "kernels/add/generic.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

void add(const Add& task) { generic::add<V>(task); }

}  // namespace sentibyte::kernels::scalar
