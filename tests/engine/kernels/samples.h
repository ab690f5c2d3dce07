/// Numbers for the kernels' tests, and comparison by bits.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <limits>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include "support/random.h"

namespace sentibyte::tests {

inline std::uint32_t bits_of(float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

/// Numbers at float's ends and beyond them.
inline constexpr float kExtremes[] = {std::numeric_limits<float>::quiet_NaN(),
                                      std::numeric_limits<float>::infinity(),
                                      -std::numeric_limits<float>::infinity(),
                                      std::numeric_limits<float>::max(),
                                      -1e38F,
                                      1e30F,
                                      -1e19F,
                                      1e-40F,
                                      -1e-45F,
                                      -0.0F};

/// One of them for one in `rarity` of the elements.
inline void scatter_extremes(Random& random, std::span<float> x, std::int64_t rarity) {
  for (float& number : x) {
    if (random.integer(1, rarity) == 1) number = kExtremes[random.integer(0, std::size(kExtremes) - 1)];
  }
}

/// Every element, bit for bit: 0 and -0 differ. Only which bits say "not a number" is left to the machine.
inline void expect_same_bits(std::span<const float> expected, std::span<const float> actual) {
  ASSERT_EQ(expected.size(), actual.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    if (std::isnan(expected[i]) && std::isnan(actual[i])) continue;
    ASSERT_EQ(bits_of(expected[i]), bits_of(actual[i]))
        << "element " << i << ": " << expected[i] << " and " << actual[i];
  }
}

}  // namespace sentibyte::tests
