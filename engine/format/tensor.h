// Sizes that follow from a tensor's shape. Only for tensors that check_tensors has passed: there products fit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "model_generated.h"

namespace sentibyte::format {

inline std::size_t row_count(const Tensor& tensor) { return tensor.shape()->Get(0); }

/// Elements in one first-axis row.
inline std::size_t row_size(const Tensor& tensor) {
  std::size_t size = 1;
  for (flatbuffers::uoffset_t axis = 1; axis < tensor.shape()->size(); ++axis) size *= tensor.shape()->Get(axis);
  return size;
}

inline std::size_t element_count(const Tensor& tensor) { return row_count(tensor) * row_size(tensor); }

/// Stored as integer codes with scales, not as real numbers.
inline bool is_coded(const Tensor& tensor) { return tensor.element() == Element_Coded; }

/// The stored bytes.
inline std::span<const std::uint8_t> data_of(const Tensor& tensor) {
  return {tensor.data()->data(), tensor.data()->size()};
}

/// Bytes of `count` numbers of `bits` bits, padded to a byte.
inline constexpr std::uint64_t packed_bytes(std::uint64_t count, unsigned bits) { return (count * bits + 7) / 8; }

/// Bytes of a bitmap with one bit per element.
inline constexpr std::uint64_t bitmap_bytes(std::uint64_t count) { return (count + 7) / 8; }

/// The scale and zero point of a first-axis row.
inline float scale_of(const Tensor& tensor, std::size_t row) {
  return tensor.scales()->Get(tensor.scales()->size() == 1 ? 0 : static_cast<flatbuffers::uoffset_t>(row));
}

inline bool is_asymmetric(const Tensor& tensor) {
  return tensor.zero_points() != nullptr && tensor.zero_points()->size() != 0;
}

inline int zero_point_of(const Tensor& tensor, std::size_t row) {
  if (!is_asymmetric(tensor)) return 0;
  return tensor.zero_points()->Get(tensor.zero_points()->size() == 1 ? 0 : static_cast<flatbuffers::uoffset_t>(row));
}

}  // namespace sentibyte::format
