#include "kernels/vector/scalar.h"

#include "kernels/gemm_float/generic.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

void gemm_float(const GemmFloat& task) { generic::gemm_float<V>(task); }

}  // namespace sentibyte::kernels::scalar
