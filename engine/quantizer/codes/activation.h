// Activations are u7: real = scale * (q - zero_point) with q and zero_point in 0..127.
#pragma once

#include <cstdint>

#include "quantizer/codes/grid.h"

namespace sentibyte::quantizer {

struct ActivationGrid {
  float scale = 1.0F;
  std::uint8_t zero_point = 0;

  friend bool operator==(const ActivationGrid&, const ActivationGrid&) = default;
};

inline constexpr int kMostActivationCode = 127;

/// The range is widened to hold zero; scale = (max - min) / 127, zero_point = round(-min / scale), in float32,
/// as training does. A range of nothing but zero gets scale 1.
ActivationGrid make_activation_grid(Range range);

}  // namespace sentibyte::quantizer
