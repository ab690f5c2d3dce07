/// y = (x - mean) / sqrt(variance + epsilon) * gamma + beta over the width of each row.
///
/// The order of the two sums is that of vector/group.h's `sum_row`.
#pragma once

#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

struct LayerNorm {
  std::span<const float> x = {};  // [rows, width]
  /// Empty, or [rows, width] added to x first: a residual, saved a pass of its own.
  std::span<const float> residual = {};
  std::size_t rows = 0;
  std::size_t width = 0;
  std::span<const float> gamma = {};
  std::span<const float> beta = {};
  float epsilon = 1e-5F;
  Output output = {};  // may be x itself
  /// `width` elements: a row at work.
  std::span<float> scratch = {};
};

SENTIBYTE_KERNEL(void, layer_norm, const LayerNorm& task)

}  // namespace sentibyte::kernels
