#include "kernels/add/generic.h"
#include "kernels/vector/scalar.h"

namespace sentibyte::kernels::reference {

using V = vector::Scalar;

void add(const Add& task) { generic::add<V>(task); }

}  // namespace sentibyte::kernels::reference
