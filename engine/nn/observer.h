// For calibration: somebody who is shown the numbers that a model makes of real texts.
#pragma once

#include <cstdint>
#include <span>

namespace sentibyte::nn {

class Observer {
 public:
  virtual ~Observer() = default;

  /// Right after the node that makes `value` has run, for each text. Only values in their float32 form.
  virtual void saw(std::uint32_t value, std::span<const float> numbers) = 0;
};

}  // namespace sentibyte::nn
