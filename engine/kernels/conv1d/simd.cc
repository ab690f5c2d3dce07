#include "kernels/conv1d/generic.h"

#if SENTIBYTE_HAS_SIMD
namespace sentibyte::kernels::simd {

std::size_t conv1d_scratch_bytes(std::size_t tokens, std::size_t width, std::size_t size) {
  return generic::conv1d_scratch_bytes(tokens, width, size, gemm_scratch_bytes);
}

void conv1d(const Conv1d& task) { generic::conv1d(task, gemm); }

void conv1d_float(const Conv1dFloat& task) { generic::conv1d_float(task, gemm_float); }

}  // namespace sentibyte::kernels::simd
#endif
