#include "quantizer/ranges/random_search.h"

#include <algorithm>

namespace sentibyte::quantizer {

std::uint64_t RandomNumbers::next() {
  state_ += 0x9E3779B97F4A7C15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

SearchOutcome search_randomly(std::size_t count, const SearchSettings& settings, const Loss& loss) {
  SearchOutcome best;
  best.factors.assign(count, 1.0F);
  best.loss_before = best.loss = loss(best.factors);
  RandomNumbers random(settings.seed);
  for (int trial = 0; trial < settings.trials && count > 0; ++trial) {
    // Wide at first, narrow at the end; about a third of the ranges move at a time, so that a good one is not
    // lost to bad luck in another.
    const double progress = static_cast<double>(trial) / static_cast<double>(settings.trials);
    const double radius = 0.25 * (1.0 - progress) + 0.02;
    std::vector<float> factors = best.factors;
    const std::size_t always = static_cast<std::size_t>(random.next() % count);
    for (std::size_t i = 0; i < count; ++i) {
      if (i != always && random.fraction() > 1.0 / 3.0) continue;
      const double moved = static_cast<double>(factors[i]) + radius * (2.0 * random.fraction() - 1.0);
      factors[i] = std::clamp(static_cast<float>(moved), kLeastFactor, kMostFactor);
    }
    const double now = loss(factors);
    if (!(now < best.loss)) continue;
    best.loss = now;
    best.factors = std::move(factors);
    ++best.improvements;
  }
  return best;
}

}  // namespace sentibyte::quantizer
