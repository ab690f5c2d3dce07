// From the graph's last values to probabilities and a score.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "model_generated.h"
#include "nn/frame.h"

namespace sentibyte::nn {

class Head {
 public:
  explicit Head(const format::Output& output);

  /// Floats per text, both in the results and in the logits: the classes, then the score.
  std::size_t width() const { return classes_ + 1; }

  /// Copies logits and raw score out of the frame. False if one of them is not finite.
  [[nodiscard]] bool read(const Frame& frame, std::span<float> logits) const;

  /// probabilities = softmax(logits / temperature), score = tanh(raw) or last less first probability.
  void finish(std::span<const float> logits, std::span<float> result) const;

 private:
  std::size_t classes_;
  std::uint32_t logits_;
  std::int32_t score_;
  float temperature_;
};

}  // namespace sentibyte::nn
