#include "format/pack.h"

#include <cstring>

namespace sentibyte::format {
namespace {

/// Appends numbers of a few bits, lowest bit first.
class BitWriter {
 public:
  BitWriter(std::vector<std::uint8_t>& out, unsigned bits) : out_(out), bits_(bits) {}

  void put(std::int8_t number) {
    buffer_ |= (static_cast<std::uint32_t>(static_cast<std::uint8_t>(number)) & ((1U << bits_) - 1)) << filled_;
    filled_ += bits_;
    for (; filled_ >= 8; filled_ -= 8, buffer_ >>= 8) out_.push_back(static_cast<std::uint8_t>(buffer_));
  }

  /// Pads to a byte.
  void align() {
    if (filled_ > 0) out_.push_back(static_cast<std::uint8_t>(buffer_));
    buffer_ = filled_ = 0;
  }

 private:
  std::vector<std::uint8_t>& out_;
  unsigned bits_;
  std::uint32_t buffer_ = 0;
  unsigned filled_ = 0;
};

void set_bit(std::vector<std::uint8_t>& bitmap, std::size_t index) {
  bitmap[index / 8] = static_cast<std::uint8_t>(bitmap[index / 8] | (1U << (index % 8)));
}

std::int8_t rest_of(std::span<const std::int8_t> zero_points, std::size_t row) {
  if (zero_points.empty()) return 0;
  return zero_points[zero_points.size() == 1 ? 0 : row];
}

}  // namespace

std::vector<std::uint8_t> pack_codes(std::span<const std::int8_t> numbers, std::size_t row_size, unsigned bits) {
  std::vector<std::uint8_t> out;
  out.reserve(numbers.size() * bits / 8 + numbers.size() / row_size);
  BitWriter writer(out, bits);
  for (std::size_t first = 0; first < numbers.size(); first += row_size) {
    for (const std::int8_t number : numbers.subspan(first, row_size)) writer.put(number);
    writer.align();
  }
  return out;
}

std::vector<std::uint8_t> pack_sparse_codes(std::span<const std::int8_t> numbers, std::size_t row_size, unsigned bits,
                                            std::span<const std::int8_t> zero_points) {
  std::vector<std::uint8_t> out((numbers.size() + 7) / 8);
  BitWriter writer(out, bits);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == rest_of(zero_points, i / row_size)) continue;
    set_bit(out, i);
    writer.put(numbers[i]);
  }
  writer.align();
  return out;
}

std::vector<std::uint8_t> pack_floats(std::span<const float> numbers) {
  std::vector<std::uint8_t> out(numbers.size_bytes());
  std::memcpy(out.data(), numbers.data(), out.size());
  return out;
}

std::vector<std::uint8_t> pack_sparse_floats(std::span<const float> numbers) {
  std::vector<std::uint8_t> out((numbers.size() + 7) / 8);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == 0) continue;
    set_bit(out, i);
    const std::size_t end = out.size();
    out.resize(end + sizeof(float));
    std::memcpy(&out[end], &numbers[i], sizeof(float));
  }
  return out;
}

}  // namespace sentibyte::format
