// Which part of a tensor's distribution the grid covers.
#pragma once

#include <cstdint>
#include <span>

#include "quantizer/codes/grid.h"

namespace sentibyte::quantizer {

enum class RangeMethod : std::uint8_t {
  MinMax,      ///< Everything; one outlier can cost all other weights their precision.
  Percentile,  ///< All but the outermost few; those are clipped.
  MinimalMse,  ///< The range whose grid has the least squared error, clipping and rounding together.
};

/// Smallest and largest number; {0, 0} for none.
Range min_max(std::span<const float> numbers);

/// The range that holds `percent` percent of the numbers. Symmetric grids ask for the quantile of |x|, the
/// asymmetric one cuts (100 - percent) / 2 off each end. Nearest rank; 100 is min_max.
Range percentile(std::span<const float> numbers, Scheme scheme, double percent);

/// Shrinks min_max step by step (to a tenth; power of two: halving) and keeps the best.
Range minimal_mse(std::span<const float> numbers, Scheme scheme, int bits, Rounding rounding);

struct RangeOptions {
  RangeMethod method = RangeMethod::MinMax;
  double percent = 99.9;
  Scheme scheme = Scheme::Symmetric;
  Rounding rounding = Rounding::Nearest;
};

Range find_range(std::span<const float> numbers, int bits, const RangeOptions& options);

}  // namespace sentibyte::quantizer
