// One tensor from numbers to codes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "quantizer/network.h"
#include "quantizer/options/options.h"

namespace sentibyte::quantizer {

/// How the weights are quantized, with `RangeChoice::Auto` already decided.
struct WeightSettings {
  RangeOptions range;
  Granularity granularity = Granularity::Channel;
};

/// A tensor on its grids: one, or one per row.
struct WeightCodes {
  int bits = 8;
  std::vector<std::int8_t> codes;
  std::vector<Grid> grids;
  ErrorSums errors;

  const Grid& grid(std::size_t row) const { return grids.size() == 1 ? grids.front() : grids[row]; }
};

/// The ranges of a tensor, one or one per row. Global ranges come from outside.
std::vector<Range> find_ranges(const Weight& weight, int bits, const WeightSettings& settings);

/// The one range over the numbers of all weights.
Range find_global_range(std::span<const Weight> weights, int bits, const RangeOptions& options);

/// `factor` widens or narrows every range: what the random search varies.
WeightCodes encode(const Weight& weight, int bits, std::span<const Range> ranges, const WeightSettings& settings,
                   float factor = 1.0F);

/// What the tensor takes in the blob: codes (dense or sparse, whichever is smaller), scales and zero points.
struct StoredSize {
  std::size_t bytes = 0;
  bool sparse = false;
};
StoredSize stored_size(const Weight& weight, const WeightCodes& codes, Scheme scheme);

/// Puts the codes into the blob's tensor.
void store(const Weight& weight, const WeightCodes& codes, Scheme scheme, format::TensorT& tensor);

}  // namespace sentibyte::quantizer
