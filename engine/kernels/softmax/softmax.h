/// row = e^(row - max) / sum, in place. The order of the sum is that of vector/group.h's `sum_row`.
#pragma once

#include <span>

#include "kernels/kernel.h"

namespace sentibyte::kernels {

/// At least one element.
SENTIBYTE_KERNEL(void, softmax, std::span<float> row)

}  // namespace sentibyte::kernels
