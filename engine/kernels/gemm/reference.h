/// The integer GEMM one number at a time: what every version must equal, bit for bit. Its function is applied between
/// `real` and `quantize`.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "kernels/output.h"

namespace sentibyte::kernels::reference {

/// One row times one column, integers less their zero points.
inline std::int32_t sum(std::span<const std::uint8_t> a, std::span<const std::int8_t> weights, std::int32_t zero_point,
                        std::int32_t weight_zero_point) {
  std::int32_t sum = 0;
  for (std::size_t k = 0; k < a.size(); ++k) sum += (a[k] - zero_point) * (weights[k] - weight_zero_point);
  return sum;
}

/// What the sum stands for: rounded once for the product and once for the bias.
inline float real(std::int32_t sum, float scale, float bias) {
  const float product = static_cast<float>(sum) * scale;
  return product + bias;
}

/// What is no number becomes 0, as does whatever lies below the range.
inline std::uint8_t quantize(float x, const Quantization& to) {
  const float steps = std::nearbyint(x * to.inverse_scale) + static_cast<float>(to.zero_point);
  return steps > 0 ? static_cast<std::uint8_t>(std::min(steps, 127.0F)) : 0;
}

}  // namespace sentibyte::kernels::reference
