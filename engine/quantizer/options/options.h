// Everything that decides what a quantized blob looks like. The defaults are the recipe of the shipped models.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quantizer/codes/grid.h"
#include "quantizer/pruning/magnitude_pruning.h"
#include "quantizer/ranges/random_search.h"
#include "quantizer/ranges/range.h"

namespace sentibyte::quantizer {

/// How many numbers share one range.
enum class Granularity : std::uint8_t {
  Global,   ///< One range for all weights of the model.
  Tensor,   ///< One per tensor.
  Channel,  ///< One per output channel, or per embedding row.
};

/// Auto: min-max where the training has rounded the same way (the blob says so) and at 8 bits, MSE-optimal below.
enum class RangeChoice : std::uint8_t { Auto, MinMax, Percentile, MinimalMse };

struct WidthRule {
  std::string pattern;  ///< A tensor's name with wildcards.
  int bits = 8;
};

inline constexpr int kDefaultMatrixBits = 8;
inline constexpr int kDefaultRowBits = 4;

struct Options {
  Scheme scheme = Scheme::Symmetric;
  Granularity granularity = Granularity::Channel;
  RangeChoice range = RangeChoice::Auto;
  double percent = 99.9;
  Rounding rounding = Rounding::Nearest;

  /// For all tensors; without it the widths that training used, or the two defaults above.
  std::optional<int> bits;
  std::vector<WidthRule> rules;  ///< The last one that matches wins over `bits`.
  /// The blob's size in bytes: widths without a rule are chosen to fit.
  std::optional<std::size_t> budget;

  double prune = 0.0;
  PruneScope prune_scope = PruneScope::Tensor;
  double prune_neurons = 0.0;

  /// Percent of the calibration's activations inside their range; 100 is min-max.
  double activation_percent = 100.0;
  std::optional<SearchSettings> search;
};

/// The options as one would type them: written to the blob's provenance, so that it says how it was made.
std::string describe(const Options& options);

}  // namespace sentibyte::quantizer
