// Memory that is asked for at load and never after.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sentibyte::nn {

/// The alignment of everything the kernels read: a cache line.
inline constexpr std::size_t kAlignment = 64;

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

/// Zeroed bytes that start at a multiple of kAlignment, wherever the object moves.
class AlignedBytes {
 public:
  AlignedBytes() = default;
  explicit AlignedBytes(std::size_t bytes) : storage_(bytes + kAlignment), size_(bytes) {
    const auto address = reinterpret_cast<std::uintptr_t>(storage_.data());
    start_ = static_cast<std::size_t>(round_up(address) - address);
  }

  std::span<std::byte> bytes() { return {storage_.data() + start_, size_}; }
  std::span<const std::byte> bytes() const { return {storage_.data() + start_, size_}; }

  template <class T>
  std::span<const T> as() const {
    return {reinterpret_cast<const T*>(bytes().data()), size_ / sizeof(T)};
  }
  template <class T>
  std::span<T> as() {
    return {reinterpret_cast<T*>(bytes().data()), size_ / sizeof(T)};
  }

 private:
  std::vector<std::byte> storage_;
  std::size_t start_ = 0;
  std::size_t size_ = 0;
};

}  // namespace sentibyte::nn
