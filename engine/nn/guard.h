// Under AddressSanitizer the arena is closed but for what the running layer may touch: a kernel that reads or writes
// beyond its value is seen, although it stays within one block of memory. In every other build this is nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/frame.h"

#if defined(__has_feature)
#if __has_feature(address_sanitizer) && __has_include(<sanitizer/asan_interface.h>)
#define SENTIBYTE_GUARD 1
#endif
#endif

#ifdef SENTIBYTE_GUARD
#include <sanitizer/asan_interface.h>
#endif

namespace sentibyte::nn {

#ifdef SENTIBYTE_GUARD

class Guard {
 public:
  /// Bytes behind each value that are never open.
  static constexpr std::size_t kGap = 64;

  void plan(std::span<const std::uint32_t> outputs, std::span<const std::uint32_t> last_use) {
    outputs_.assign(outputs.begin(), outputs.end());
    last_use_.assign(last_use.begin(), last_use.end());
  }

  /// For step `step`: its output, the values that live, and the scratch that it asked for.
  void open(const Frame& frame, std::span<std::byte> arena, std::uint32_t step, std::size_t scratch) const {
    close(arena);
    for (std::uint32_t made = 0; made <= step && made < outputs_.size(); ++made) {
      const std::uint32_t value = outputs_[made];
      if (made != step && last_use_[value] < step) continue;
      if (frame.plan(value).real) open(std::as_bytes(frame.real(value)));
      if (frame.plan(value).quantized) open(std::as_bytes(frame.quantized(value)));
    }
    open(frame.scratch().first(scratch));
  }
  static void open(std::span<const std::byte> bytes) { __asan_unpoison_memory_region(bytes.data(), bytes.size()); }

 private:
  static void close(std::span<const std::byte> bytes) { __asan_poison_memory_region(bytes.data(), bytes.size()); }

  std::vector<std::uint32_t> outputs_;
  std::vector<std::uint32_t> last_use_;
};

#else

class Guard {
 public:
  static constexpr std::size_t kGap = 0;
  void plan(std::span<const std::uint32_t>, std::span<const std::uint32_t>) {}
  void open(const Frame&, std::span<std::byte>, std::uint32_t, std::size_t) const {}
  static void open(std::span<const std::byte>) {}
};

#endif

}  // namespace sentibyte::nn
