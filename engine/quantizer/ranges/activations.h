// The u7 grids of the values that int8 kernels read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quantizer/codes/activation.h"
#include "quantizer/network.h"

namespace sentibyte::quantizer {

/// A value that an int8 kernel reads, and where its range comes from.
struct ActivationRange {
  std::size_t value = 0;
  std::string name;
  Range range;
  const char* origin = "";  ///< "blob", "calibration" or "bound"
};

/// The range of each value that int8 kernels read: from the calibration (one for each value of the model) where there
/// is one, else from the blob, where QAT has left it. The state of a recurrent layer is within [-1, 1] whatever the
/// text. A value without any range is an error that names it.
Result<std::vector<ActivationRange>> activation_ranges(const Network& network,
                                                       std::span<const std::optional<Range>> calibrated);

/// Sets the grids in the model.
void set_activations(format::ModelT& model, std::span<const ActivationRange> ranges);

}  // namespace sentibyte::quantizer
