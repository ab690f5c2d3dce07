// A bit width for every tensor, so that the blob fits a budget and the error is small.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace sentibyte::quantizer {

/// One way to store a tensor.
struct WidthOption {
  int bits = 0;
  std::size_t bytes = 0;
  double error = 0.0;  ///< Noise over signal: comparable between tensors of different sizes and scales.
};

/// What a tensor may become; a tensor whose width the user has set has one option only.
using WidthOptions = std::vector<WidthOption>;

/// The index of the option to take for each tensor, or nothing where even the smallest do not fit.
///
/// Greedy: of all upgrades that fit, the one with the most error removed per byte, until none is left; then
/// exchanges between two tensors where that removes more. It starts from the smallest options and from every
/// uniform width that fits, and keeps the best end: hence it is never worse than the best uniform width of the
/// same size.
std::optional<std::vector<std::size_t>> choose_widths(std::span<const WidthOptions> tensors, std::size_t budget);

/// What the smallest options take together: for the message when the budget is impossible.
std::size_t fewest_bytes(std::span<const WidthOptions> tensors);

}  // namespace sentibyte::quantizer
