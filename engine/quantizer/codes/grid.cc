#include "quantizer/codes/grid.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace sentibyte::quantizer {
namespace {

/// Scales at the ends of what float32 holds would turn x / scale into infinity or lose the range.
constexpr int kMostFractionBits = 96;

float largest_magnitude(Range range) { return std::max(std::fabs(range.min), std::fabs(range.max)); }

bool usable(float scale) { return scale >= std::numeric_limits<float>::min() && std::isfinite(scale); }

Grid symmetric(float magnitude, int highest) {
  Grid grid{1.0F, 0, -highest, highest};
  const float scale = magnitude / static_cast<float>(highest);
  if (usable(scale)) grid.scale = scale;
  return grid;
}

Grid power_of_two(float magnitude, int highest) {
  Grid grid{1.0F, 0, -highest, highest};
  if (!usable(magnitude / static_cast<float>(highest))) return grid;
  // The most bits after the point that still keep `magnitude` within the codes; ldexp is exact here.
  int exponent = 0;
  std::frexp(static_cast<float>(highest) / magnitude, &exponent);
  int n = std::clamp(exponent, -kMostFractionBits, kMostFractionBits);
  while (n > -kMostFractionBits && std::ldexp(magnitude, n) > static_cast<float>(highest)) --n;
  grid.scale = std::ldexp(1.0F, -n);
  return grid;
}

Grid asymmetric(Range range, int bits) {
  const int lowest = -(1 << (bits - 1));
  const int highest = (1 << (bits - 1)) - 1;
  const float min = std::min(range.min, 0.0F);  // zero must have a code of its own: pruned weights, padding
  const float max = std::max(range.max, 0.0F);
  Grid grid{1.0F, 0, lowest, highest};
  const float scale = (max - min) / static_cast<float>(highest - lowest);
  if (!usable(scale)) return grid;
  grid.scale = scale;
  grid.zero_point = std::clamp(lowest + static_cast<int>(round_half_even(-min / scale)), lowest, highest);
  return grid;
}

/// The code of `x` as a float, before the zero point is added. Clipping first keeps the rounding in its domain
/// and changes nothing, the limits being integers.
template <Rounding kRounding>
inline float step_of(float x, float scale, float low, float high) {
  float steps = x / scale;
  steps = steps < low ? low : steps;
  steps = steps > high ? high : steps;
  return round_to_integer<kRounding>(steps);
}

template <Rounding kRounding>
void quantize_with(std::span<const float> numbers, const Grid& grid, std::span<std::int8_t> codes) {
  const float low = static_cast<float>(grid.lowest - grid.zero_point);
  const float high = static_cast<float>(grid.highest - grid.zero_point);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const int step = static_cast<int>(step_of<kRounding>(numbers[i], grid.scale, low, high));
    codes[i] = static_cast<std::int8_t>(step + grid.zero_point);
  }
}

template <Rounding kRounding>
double squared_error_with(std::span<const float> numbers, const Grid& grid) {
  const float scale = grid.scale;
  const float low = static_cast<float>(grid.lowest - grid.zero_point);
  const float high = static_cast<float>(grid.highest - grid.zero_point);
  constexpr std::size_t kLanes = 8;
  constexpr std::size_t kBlock = 512;  // float sums stay short, so that nothing small is lost
  double total = 0.0;
  for (std::size_t start = 0; start < numbers.size(); start += kBlock) {
    const std::size_t end = std::min(start + kBlock, numbers.size());
    float lanes[kLanes] = {};
    std::size_t i = start;
    for (; i + kLanes <= end; i += kLanes) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const float x = numbers[i + lane];
        const float error = x - scale * step_of<kRounding>(x, scale, low, high);
        lanes[lane] += error * error;
      }
    }
    for (; i < end; ++i) {
      const float error = numbers[i] - scale * step_of<kRounding>(numbers[i], scale, low, high);
      lanes[0] += error * error;
    }
    for (const float lane : lanes) total += static_cast<double>(lane);
  }
  return total;
}

}  // namespace

ErrorSums& ErrorSums::operator+=(const ErrorSums& other) {
  squared += other.squared;
  absolute += other.absolute;
  signal += other.signal;
  largest = std::max(largest, other.largest);
  return *this;
}

Grid make_grid(Scheme scheme, int bits, Range range) {
  const int highest = (1 << (bits - 1)) - 1;
  switch (scheme) {
    case Scheme::Asymmetric:
      return asymmetric(range, bits);
    case Scheme::PowerOfTwo:
      return power_of_two(largest_magnitude(range), highest);
    case Scheme::Symmetric:
      break;
  }
  return symmetric(largest_magnitude(range), highest);
}

int fraction_bits(const Grid& grid) {
  int exponent = 0;
  std::frexp(grid.scale, &exponent);  // scale = 0.5 * 2^exponent
  return 1 - exponent;
}

void quantize(std::span<const float> numbers, const Grid& grid, Rounding rounding, std::span<std::int8_t> codes) {
  switch (rounding) {
    case Rounding::Nearest:
      return quantize_with<Rounding::Nearest>(numbers, grid, codes);
    case Rounding::Floor:
      return quantize_with<Rounding::Floor>(numbers, grid, codes);
    case Rounding::SignedMagnitude:
      return quantize_with<Rounding::SignedMagnitude>(numbers, grid, codes);
  }
}

double squared_error(std::span<const float> numbers, const Grid& grid, Rounding rounding) {
  switch (rounding) {
    case Rounding::Floor:
      return squared_error_with<Rounding::Floor>(numbers, grid);
    case Rounding::SignedMagnitude:
      return squared_error_with<Rounding::SignedMagnitude>(numbers, grid);
    case Rounding::Nearest:
      break;
  }
  return squared_error_with<Rounding::Nearest>(numbers, grid);
}

ErrorSums measure_errors(std::span<const float> numbers, const Grid& grid, std::span<const std::int8_t> codes) {
  ErrorSums sums;
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const float error = std::fabs(numbers[i] - dequantize(codes[i], grid));
    sums.squared += static_cast<double>(error) * static_cast<double>(error);
    sums.absolute += static_cast<double>(error);
    sums.signal += static_cast<double>(numbers[i]) * static_cast<double>(numbers[i]);
    sums.largest = std::max(sums.largest, error);
  }
  return sums;
}

double sqnr_db(const ErrorSums& sums) {
  constexpr double kNoNoise = 200.0;
  if (sums.signal <= 0.0) return 0.0;
  if (sums.squared <= 0.0) return kNoNoise;
  return std::min(kNoNoise, 10.0 * std::log10(sums.signal / sums.squared));
}

}  // namespace sentibyte::quantizer
