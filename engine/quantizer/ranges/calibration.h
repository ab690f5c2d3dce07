// Static activation ranges: what the float model's values are on some texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "quantizer/codes/grid.h"
#include "quantizer/ranges/random_search.h"
#include "quantizer/text/token_texts.h"
#include "sentibyte/error.h"

namespace sentibyte::quantizer {

/// The numbers a value took, in constant memory: the exact extremes, and a fair sample for percentiles.
class SeenNumbers {
 public:
  explicit SeenNumbers(std::uint64_t seed) : random_(seed) {}

  void add(std::span<const float> numbers);

  /// All of them for 100 percent, else all but (100 - percent) / 2 at either end. Nothing if none was seen.
  std::optional<Range> range(double percent) const;

 private:
  static constexpr std::size_t kSampleSize = 1 << 16;

  RandomNumbers random_;
  Range extremes_;
  std::uint64_t count_ = 0;
  std::vector<float> sample_;
};

/// Runs the float `blob` on `texts`. One entry for each value of the model, empty for values that int8 kernels
/// do not read.
Result<std::vector<std::optional<Range>>> calibrate(std::span<const std::uint8_t> blob, const TokenTexts& texts,
                                                    double percent);

}  // namespace sentibyte::quantizer
