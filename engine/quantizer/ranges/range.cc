#include "quantizer/ranges/range.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sentibyte::quantizer {
namespace {

/// The index of nearest rank: the smallest one with at least `fraction` of `count` numbers up to it.
std::size_t rank_of(double fraction, std::size_t count) {
  const double rank = std::ceil(fraction * static_cast<double>(count));
  return std::clamp(static_cast<std::size_t>(std::max(rank, 1.0)), std::size_t{1}, count) - 1;
}

Range scaled(Range range, float factor) { return {range.min * factor, range.max * factor}; }

}  // namespace

Range min_max(std::span<const float> numbers) {
  if (numbers.empty()) return {};
  Range range{numbers[0], numbers[0]};
  for (const float x : numbers) {
    range.min = x < range.min ? x : range.min;
    range.max = x > range.max ? x : range.max;
  }
  return range;
}

Range percentile(std::span<const float> numbers, Scheme scheme, double percent) {
  if (numbers.empty()) return {};
  if (percent >= 100.0) return min_max(numbers);
  std::vector<float> sorted(numbers.begin(), numbers.end());
  const auto at = [&sorted](std::size_t index) {
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(index), sorted.end());
    return sorted[index];
  };
  if (scheme != Scheme::Asymmetric) {
    for (float& x : sorted) x = std::fabs(x);
    const float magnitude = at(rank_of(percent / 100.0, sorted.size()));
    return {-magnitude, magnitude};
  }
  const double tail = (100.0 - percent) / 200.0;
  const std::size_t high = rank_of(1.0 - tail, sorted.size());
  const std::size_t low = sorted.size() - 1 - high;  // as many cut off below as above
  const float max = at(high);
  return {at(low), max};
}

Range minimal_mse(std::span<const float> numbers, Scheme scheme, int bits, Rounding rounding) {
  const Range whole = min_max(numbers);
  Range best = whole;
  double least = squared_error(numbers, make_grid(scheme, bits, whole), rounding);
  const auto consider = [&](float factor) {
    const Range range = scaled(whole, factor);
    const double error = squared_error(numbers, make_grid(scheme, bits, range), rounding);
    if (error >= least) return false;
    least = error;
    best = range;
    return true;
  };
  if (scheme == Scheme::PowerOfTwo) {
    // Between two powers of two the grid does not change, so halving the range visits every candidate.
    for (float factor = 0.5F; factor > 0.01F; factor *= 0.5F) consider(factor);
    return best;
  }
  // Coarse, then fine around the best: the error is smooth enough in the factor for that, and a search over all
  // eight thousand rows of an embedding must stay a matter of milliseconds.
  constexpr float kCoarse = 0.06F;
  constexpr float kFine = 0.015F;
  float centre = 1.0F;
  for (int step = 1; step <= 15; ++step) {
    const float factor = 1.0F - kCoarse * static_cast<float>(step);
    if (consider(factor)) centre = factor;
  }
  for (int step = -3; step <= 3; ++step) {
    const float factor = centre + kFine * static_cast<float>(step);
    if (step != 0 && factor < 1.0F) consider(factor);
  }
  return best;
}

Range find_range(std::span<const float> numbers, int bits, const RangeOptions& options) {
  switch (options.method) {
    case RangeMethod::Percentile:
      return percentile(numbers, options.scheme, options.percent);
    case RangeMethod::MinimalMse:
      return minimal_mse(numbers, options.scheme, bits, options.rounding);
    case RangeMethod::MinMax:
      break;
  }
  return min_max(numbers);
}

}  // namespace sentibyte::quantizer
