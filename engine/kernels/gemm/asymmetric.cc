#include "kernels/gemm/pairs.h"
#include "kernels/vector/fast.h"

namespace sentibyte::kernels {

void gemm_asymmetric(const Gemm& task) { generic::gemm_pairs<vector::Fast>(task); }

}  // namespace sentibyte::kernels
