// Stored numbers back to int8 and float. Only for tensors that the reader has checked.
#pragma once

#include <cstdint>
#include <span>

#include "model_generated.h"

namespace sentibyte::format {

/// The codes of a Coded tensor, row-major; an element that a sparse tensor leaves out is its row's zero
/// point, which stands for 0. `out` has element_count(tensor) entries.
void unpack_codes(const Tensor& tensor, std::span<std::int8_t> out);

/// The real numbers of any tensor: Real ones as they are, codes as scale * (q - zero_point).
void unpack_floats(const Tensor& tensor, std::span<float> out);

}  // namespace sentibyte::format
