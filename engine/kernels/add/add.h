/// Element-wise sum of two arrays of rows.
#pragma once

#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

struct Add {
  std::span<const float> a = {};  // [rows, width]
  std::span<const float> b = {};  // [rows, width]
  std::size_t rows = 0;
  std::size_t width = 0;
  Output output = {};  // may be a or b
};

SENTIBYTE_KERNEL(void, add, const Add& task)

}  // namespace sentibyte::kernels
