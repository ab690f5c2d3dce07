#include "quantizer/pruning/magnitude_pruning.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sentibyte::quantizer {

std::size_t prune_tensor(std::span<float> numbers, double fraction) {
  const std::span<float> only[] = {numbers};
  return prune_model(only, fraction);
}

std::size_t prune_model(std::span<const std::span<float>> tensors, double fraction) {
  std::vector<float> magnitudes;
  for (const std::span<float> tensor : tensors) {
    for (const float x : tensor) magnitudes.push_back(std::fabs(x));
  }
  const std::size_t count =
      std::min(static_cast<std::size_t>(fraction * static_cast<double>(magnitudes.size())), magnitudes.size());
  if (count > 0) {
    const auto last = magnitudes.begin() + static_cast<std::ptrdiff_t>(count - 1);
    std::nth_element(magnitudes.begin(), last, magnitudes.end());
    const float threshold = *last;
    // nth_element leaves everything below the threshold in front of it; what is missing are numbers equal to it.
    std::size_t equal_to_drop = count - static_cast<std::size_t>(std::count_if(
                                            magnitudes.begin(), last, [threshold](float x) { return x < threshold; }));
    for (const std::span<float> tensor : tensors) {
      for (float& x : tensor) {
        const float magnitude = std::fabs(x);
        if (magnitude > threshold) continue;
        if (magnitude == threshold) {
          if (equal_to_drop == 0) continue;
          --equal_to_drop;
        }
        x = 0.0F;
      }
    }
  }
  std::size_t zeros = 0;
  for (const std::span<float> tensor : tensors) {
    zeros += static_cast<std::size_t>(std::count(tensor.begin(), tensor.end(), 0.0F));
  }
  return zeros;
}

}  // namespace sentibyte::quantizer
