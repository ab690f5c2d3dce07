// Search without gradients: clipping factors are drawn at random around the best so far and kept when the
// calibration set says they are better.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace sentibyte::quantizer {

/// SplitMix64: small, and the same numbers on every machine, which the standard distributions do not promise.
class RandomNumbers {
 public:
  explicit RandomNumbers(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next();
  /// Uniform in [0, 1).
  double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

struct SearchSettings {
  int trials = 50;
  std::uint64_t seed = 1;
};

struct SearchOutcome {
  std::vector<float> factors;  ///< Each range is multiplied by its factor.
  double loss_before = 0.0;    ///< With every factor 1.
  double loss = 0.0;           ///< With `factors`: never above `loss_before`.
  int improvements = 0;
};

/// No range grows beyond this, none shrinks below.
inline constexpr float kLeastFactor = 0.3F;
inline constexpr float kMostFactor = 1.25F;

using Loss = std::function<double(std::span<const float> factors)>;

SearchOutcome search_randomly(std::size_t count, const SearchSettings& settings, const Loss& loss);

}  // namespace sentibyte::quantizer
