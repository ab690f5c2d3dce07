/// Random numbers that are the same on every machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sentibyte::tests {

/// splitmix64: the library's distributions differ between implementations, this does not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  /// low..high, both included.
  std::int64_t integer(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(bits() % static_cast<std::uint64_t>(high - low + 1));
  }
  float real(float low, float high) {
    return low + (high - low) * (static_cast<float>(bits() >> 40) / static_cast<float>(1 << 24));
  }

  template <class Element>
  std::vector<Element> integers(std::size_t count, std::int64_t low, std::int64_t high) {
    std::vector<Element> out(count);
    for (Element& x : out) x = static_cast<Element>(integer(low, high));
    return out;
  }
  std::vector<float> reals(std::size_t count, float low, float high) {
    std::vector<float> out(count);
    for (float& x : out) x = real(low, high);
    return out;
  }

 private:
  std::uint64_t state_;
};

}  // namespace sentibyte::tests
