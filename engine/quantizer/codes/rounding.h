// How a real number becomes an integer. Every function here is exact for |x| <= 2^22, far beyond the widest
// code (255), and uses only additions and comparisons, so that native and wasm builds agree bit for bit and
// compilers can vectorise the loops around it.
#pragma once

#include <cstdint>

namespace sentibyte::quantizer {

enum class Rounding : std::uint8_t {
  Nearest,          ///< To the nearest integer, halves to the even one: what training's fake quantization does.
  Floor,            ///< Towards minus infinity: dropping the low bits of a two's complement number.
  SignedMagnitude,  ///< Towards zero: dropping the low bits of the magnitude and keeping the sign.
};

/// Nearest integer, halves to even. Adding 1.5 * 2^23 leaves no room for a fraction in a float's mantissa, so
/// the addition itself rounds (in the default mode, which nothing here changes).
inline float round_half_even(float x) {
  constexpr float kNoFraction = 12582912.0F;
  const float shifted = x + kNoFraction;
  return shifted - kNoFraction;
}

inline float round_down(float x) {
  const float nearest = round_half_even(x);
  return nearest - (nearest > x ? 1.0F : 0.0F);
}

inline float round_towards_zero(float x) {
  const float magnitude = x < 0.0F ? -x : x;
  const float whole = round_down(magnitude);
  return x < 0.0F ? -whole : whole;
}

template <Rounding kRounding>
inline float round_to_integer(float x) {
  if constexpr (kRounding == Rounding::Nearest) {
    return round_half_even(x);
  } else if constexpr (kRounding == Rounding::Floor) {
    return round_down(x);
  } else {
    return round_towards_zero(x);
  }
}

}  // namespace sentibyte::quantizer
