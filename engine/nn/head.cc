#include "nn/head.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kernels/softmax/softmax.h"
#include "kernels/vector/fast.h"
#include "kernels/vector/math.h"

namespace sentibyte::nn {

Head::Head(const format::Output& output)
    : classes_(output.classes()->size()),
      logits_(output.logits()),
      score_(output.score()),
      temperature_(output.temperature()) {}

bool Head::read(const Frame& frame, std::span<float> logits) const {
  const std::span<const float> from = frame.real(logits_);
  std::copy(from.begin(), from.end(), logits.begin());
  logits[classes_] = score_ < 0 ? 0.0F : frame.real(static_cast<std::uint32_t>(score_))[0];
  return std::all_of(logits.begin(), logits.end(), [](float number) { return std::isfinite(number); });
}

void Head::finish(std::span<const float> logits, std::span<float> result) const {
  using Lanes = kernels::vector::Fast;
  const std::span<float> probabilities = result.first(classes_);
  // A tiny temperature may overflow; the largest float still orders the classes.
  constexpr float kMost = 3e38F;
  for (std::size_t i = 0; i < classes_; ++i) {
    probabilities[i] = std::clamp(logits[i] / temperature_, -kMost, kMost);
  }
  kernels::fast::softmax(probabilities);
  if (score_ < 0) {
    result[classes_] = probabilities[classes_ - 1] - probabilities[0];
    return;
  }
  std::array<float, 4> lanes;
  Lanes::store(lanes.data(), kernels::vector::tanh<Lanes>(Lanes::splat(logits[classes_])));
  result[classes_] = lanes[0];
}

}  // namespace sentibyte::nn
