#include "kernels/add/generic.h"
#include "kernels/simd/scalar.h"

namespace sentibyte::kernels::reference {

using V = simd::Scalar;

void add(const Add& task) { generic::add<V>(task); }

}  // namespace sentibyte::kernels::reference
