// Memory is counted, then asked for, at load; results alone grow afterwards, with the largest batch.
#pragma once

#include <cstddef>
#include <cstdint>

#include "format/array.h"

namespace sentibyte::nn {

using format::Array;
using format::items_of;
using format::kAlignment;

constexpr std::uint64_t round_up(std::uint64_t bytes) { return (bytes + kAlignment - 1) / kAlignment * kAlignment; }

/// What is left of `Limits::memory`. Everything takes from it before it allocates.
class Budget {
 public:
  explicit Budget(std::uint64_t bytes) : total_(bytes), left_(bytes) {}

  [[nodiscard]] bool take(std::uint64_t bytes) {
    if (bytes > left_) return false;
    left_ -= bytes;
    return true;
  }
  std::uint64_t taken() const { return total_ - left_; }
  std::uint64_t left() const { return left_; }

 private:
  std::uint64_t total_;
  std::uint64_t left_;
};

}  // namespace sentibyte::nn
