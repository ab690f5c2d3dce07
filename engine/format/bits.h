// Numbers of 2..8 bits in a little-endian bit stream, lowest bit first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sentibyte::format {

/// Reads two's complement numbers one after the other. The caller has checked that the stream is long enough.
class BitReader {
 public:
  BitReader(std::span<const std::uint8_t> stream, unsigned bits) : stream_(stream), bits_(bits) {}

  std::int8_t next() {
    if (filled_ < bits_) {
      buffer_ |= static_cast<std::uint32_t>(stream_[byte_++]) << filled_;
      filled_ += 8;
    }
    const auto raw = static_cast<std::uint8_t>(buffer_ << (8 - bits_));  // the sign bit at the top
    buffer_ >>= bits_;
    filled_ -= bits_;
    return static_cast<std::int8_t>(static_cast<std::int8_t>(raw) >> (8 - bits_));
  }

  /// Skips the padding at a row's end.
  void align() { buffer_ = filled_ = 0; }

 private:
  std::span<const std::uint8_t> stream_;
  unsigned bits_;
  std::size_t byte_ = 0;
  std::uint32_t buffer_ = 0;
  unsigned filled_ = 0;
};

inline bool bit_at(std::span<const std::uint8_t> bitmap, std::size_t index) {
  return (bitmap[index / 8] >> (index % 8)) & 1;
}

}  // namespace sentibyte::format
