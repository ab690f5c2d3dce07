// The grid of real numbers that the integers of one scale and zero point stand for:
//
//   Q(x) = clip(round(x / scale) + zero_point, lowest, highest)       real = scale * (q - zero_point)
//
// Symmetric grids leave the lowest two's complement code out ([-127, 127] for 8 bits), which is what the fast
// kernels need; asymmetric grids use every code.
#pragma once

#include <cstdint>
#include <span>

#include "quantizer/codes/rounding.h"

namespace sentibyte::quantizer {

enum class Scheme : std::uint8_t {
  Symmetric,   ///< Zero point 0; scale = largest magnitude / largest code.
  Asymmetric,  ///< The whole range, moved by a zero point.
  PowerOfTwo,  ///< Symmetric with scale 2^-n: fixed point with n bits after the point.
};

/// The real numbers that must be on the grid; what lies outside is clipped.
struct Range {
  float min = 0.0F;
  float max = 0.0F;

  friend bool operator==(const Range&, const Range&) = default;
};

struct Grid {
  float scale = 1.0F;
  int zero_point = 0;
  int lowest = 0;
  int highest = 0;
};

/// What quantizing some numbers on a grid costs.
struct ErrorSums {
  double squared = 0.0;   ///< Sum of (x - x')^2.
  double absolute = 0.0;  ///< Sum of |x - x'|.
  double signal = 0.0;    ///< Sum of x^2.
  float largest = 0.0F;   ///< Largest |x - x'|.

  ErrorSums& operator+=(const ErrorSums& other);
};

inline constexpr int kFewestBits = 2;
inline constexpr int kMostBits = 8;

/// The grid of `bits` bits that covers `range`. A range of nothing but zero (or one too narrow to have a normal
/// scale) gets scale 1: everything in it becomes zero.
///
/// Symmetric: scale = max(|min|, |max|) / (2^(bits-1) - 1), one float32 division. Training computes the very
/// same number, see docs/QUANTIZATION.md.
Grid make_grid(Scheme scheme, int bits, Range range);

/// n of a power-of-two grid: scale = 2^-n.
int fraction_bits(const Grid& grid);

/// `codes` gets a code for each number of `numbers`; both have the same length.
void quantize(std::span<const float> numbers, const Grid& grid, Rounding rounding, std::span<std::int8_t> codes);

inline float dequantize(int code, const Grid& grid) { return grid.scale * static_cast<float>(code - grid.zero_point); }

/// Sum of squared errors only: what a search over ranges minimises, hence the fast loop.
double squared_error(std::span<const float> numbers, const Grid& grid, Rounding rounding);

/// All the sums, for reports.
ErrorSums measure_errors(std::span<const float> numbers, const Grid& grid, std::span<const std::int8_t> codes);

/// 10 log10(signal / noise); capped at 200 where there is no noise, 0 where there is neither.
double sqnr_db(const ErrorSums& sums);

}  // namespace sentibyte::quantizer
