#include "kernels/conv1d/generic.h"

namespace sentibyte::kernels::reference {

size_t conv1d_scratch_bytes(size_t tokens, size_t width, size_t size) {
  return generic::conv1d_padded_bytes(tokens, width, size) + gemm_scratch_bytes(size * width);
}

void conv1d(const Conv1d& task) { generic::conv1d(task, gemm); }

void conv1d_f32(const Conv1dF32& task) { generic::conv1d_f32(task, gemm_f32); }

}  // namespace sentibyte::kernels::reference
