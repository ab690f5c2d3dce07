#include "quantizer/codes/activation.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "quantizer/codes/rounding.h"

namespace sentibyte::quantizer {

ActivationGrid make_activation_grid(Range range) {
  const float min = std::min(range.min, 0.0F);
  const float max = std::max(range.max, 0.0F);
  const float scale = (max - min) / static_cast<float>(kMostActivationCode);
  if (!(scale >= std::numeric_limits<float>::min()) || !std::isfinite(scale)) return {};
  const int zero_point = static_cast<int>(round_half_even(-min / scale));
  return {scale, static_cast<std::uint8_t>(std::clamp(zero_point, 0, kMostActivationCode))};
}

}  // namespace sentibyte::quantizer
