/// row = e^(row - max) / sum, in place. The sum runs in four lanes as in layer_norm.h.
#pragma once

#include <span>

#include "kernels/kernel.h"

namespace sentibyte::kernels {

/// At least one element.
SENTIBYTE_KERNEL(void, softmax, std::span<float> row)

}  // namespace sentibyte::kernels
