#include "kernels/conv1d/generic.h"

#if SENTIBYTE_HAS_RELAXED
namespace sentibyte::kernels::relaxed {

std::size_t conv1d_scratch_bytes(std::size_t tokens, std::size_t width, std::size_t size) {
  return generic::conv1d_scratch_bytes(tokens, width, size, gemm_scratch_bytes);
}

void conv1d(const Conv1d& task) { generic::conv1d(task, gemm); }

}  // namespace sentibyte::kernels::relaxed
#endif
