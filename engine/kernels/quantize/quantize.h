/// float32 to u7 and back: q = clamp(round_half_even(x * inverse_scale) + zero_point, 0, 127).
#pragma once

#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

SENTIBYTE_KERNEL(void, quantize, std::span<const float> x, Quantization quantization, std::span<std::uint8_t> out)
/// scale * (q - zero_point).
SENTIBYTE_KERNEL(void, dequantize, std::span<const std::uint8_t> x, float scale, std::int32_t zero_point,
                 std::span<float> out)

}  // namespace sentibyte::kernels
