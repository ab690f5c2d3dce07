// Magnitude pruning: the smallest weights become zero. What is left is quantized as usual; the blob stores the
// tensor as a bitmap and its other elements where that is smaller.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sentibyte::quantizer {

enum class PruneScope : std::uint8_t {
  Model,   ///< One threshold for all tensors: a layer of small weights, often a head, may lose every one.
  Tensor,  ///< The same fraction of every tensor.
};

/// Zeroes the floor(fraction * count) numbers of least magnitude; of equal ones the first go first, so that the
/// result is the same everywhere. `fraction` is in [0, 1]. Returns how many are zero afterwards.
std::size_t prune_tensor(std::span<float> numbers, double fraction);

/// The same over all tensors at once.
std::size_t prune_model(std::span<const std::span<float>> tensors, double fraction);

}  // namespace sentibyte::quantizer
