/// From one row per token to one row per text.
#pragma once

#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

/// At least one token. Row 0 of the output receives the result.
struct Pool {
  std::span<const float> x = {};  // [tokens, width]
  std::size_t tokens = 0;
  std::size_t width = 0;
  Output output = {};
};

/// Sum in token order, divided by the number of tokens.
SENTIBYTE_KERNEL(void, pool_mean, const Pool& task)
SENTIBYTE_KERNEL(void, pool_max, const Pool& task)
/// Sum in token order of weights[t] * x[t]. Attention pooling: `weights` is the softmax of the scores.
SENTIBYTE_KERNEL(void, pool_weighted, const Pool& task, std::span<const float> weights)

}  // namespace sentibyte::kernels
