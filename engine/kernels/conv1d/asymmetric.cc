#include "kernels/conv1d/generic.h"

namespace sentibyte::kernels {

void conv1d_asymmetric(const Conv1d& task) { generic::conv1d(task, gemm_asymmetric); }

}  // namespace sentibyte::kernels
