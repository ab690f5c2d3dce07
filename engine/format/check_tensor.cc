#include <bit>
#include <cmath>
#include <cstring>

#include "format/bits.h"
#include "format/check.h"
#include "format/tensor.h"

namespace sentibyte::format {
namespace {

constexpr flatbuffers::uoffset_t kMostAxes = 4;

/// The number of elements goes to `count`; it is at most `most`, so later products with 4 cannot overflow.
bool check_shape(const Entry& entry, const Tensor& tensor, std::size_t most, std::size_t& count) {
  const auto& shape = *tensor.shape();
  if (shape.size() == 0 || shape.size() > kMostAxes) {
    return entry.refuse("shape", "# axes, not 1 to #", shape.size(), kMostAxes);
  }
  count = 1;
  for (flatbuffers::uoffset_t axis = 0; axis < shape.size(); ++axis) {
    const std::size_t extent = shape.Get(axis);
    if (extent == 0) return entry.refuse("shape", "axis # is 0", axis);
    if (extent > most / count) {
      return entry.refusal.refuse(ErrorCode::Limit, "tensors[#].shape: more elements than the limit on memory allows",
                                  entry.index);
    }
    count *= extent;
  }
  return true;
}

std::uint64_t count_set(std::span<const std::uint8_t> bitmap) {
  std::uint64_t set = 0;
  for (const std::uint8_t byte : bitmap) set += static_cast<unsigned>(std::popcount(byte));
  return set;
}

/// The data has exactly the bytes that shape, bits and bitmap ask for.
bool check_size(const Entry& entry, const Tensor& tensor, std::size_t count) {
  const auto data = data_of(tensor);
  const unsigned element_bits = is_coded(tensor) ? tensor.bits() : 32;
  std::uint64_t expected = 0;
  if (tensor.sparse()) {
    const auto bitmap = static_cast<std::size_t>(bitmap_bytes(count));
    if (data.size() < bitmap) {
      return entry.refuse("data", "# bytes, too few for a bitmap of #", data.size(), bitmap);
    }
    if (count % 8 != 0 && (data[bitmap - 1] >> (count % 8)) != 0) {
      return entry.refuse("data", "its bitmap has bits set past the last element");
    }
    expected = bitmap + packed_bytes(count_set(data.first(bitmap)), element_bits);
  } else {
    const std::size_t rows = row_count(tensor);
    expected = rows * packed_bytes(count / rows, element_bits);
  }
  if (data.size() == expected) return true;
  return entry.refuse("data", "# bytes, not #", data.size(), static_cast<std::size_t>(expected));
}

bool check_scales(const Entry& entry, const Tensor& tensor) {
  const std::uint32_t rows = tensor.shape()->Get(0);
  const auto* scales = tensor.scales();
  const std::uint32_t found = scales == nullptr ? 0 : scales->size();
  if (found != 1 && found != rows) return entry.refuse("scales", "# entries, not 1 or #", found, rows);
  for (flatbuffers::uoffset_t i = 0; i < found; ++i) {
    if (!is_positive(scales->Get(i))) return entry.refuse("scales[#]", "not a finite number above 0", i);
  }
  return true;
}

bool check_zero_points(const Entry& entry, const Tensor& tensor) {
  if (!is_asymmetric(tensor)) return true;
  const auto& points = *tensor.zero_points();
  if (points.size() != tensor.scales()->size()) {
    return entry.refuse("zero_points", "# entries, not #", points.size(), tensor.scales()->size());
  }
  const int highest = (1 << (tensor.bits() - 1)) - 1;
  for (flatbuffers::uoffset_t i = 0; i < points.size(); ++i) {
    if (points.Get(i) > highest || points.Get(i) < -highest - 1) {
      return entry.refuse("zero_points[#]", "outside the range of # bits", i, tensor.bits());
    }
  }
  return true;
}

/// The stored numbers, after the bitmap of a sparse tensor.
std::span<const std::uint8_t> numbers_of(const Tensor& tensor) {
  return data_of(tensor).subspan(tensor.sparse() ? bitmap_bytes(element_count(tensor)) : 0);
}

/// Symmetric int8 kernels take [-127, 127] only: then no pair sum of theirs can saturate.
bool check_codes(const Entry& entry, const Tensor& tensor) {
  if (tensor.bits() != 8 || is_asymmetric(tensor)) return true;
  const auto numbers = numbers_of(tensor);
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (numbers[i] == 0x80) {
      const std::size_t byte = i + data_of(tensor).size() - numbers.size();
      return entry.refuse("data", "-128 at byte #; weights are -127 to 127", byte);
    }
  }
  return true;
}

bool check_floats(const Entry& entry, const Tensor& tensor) {
  constexpr std::uint32_t kExponent = 0x7F80'0000;  // all ones: infinity or not a number
  const auto numbers = numbers_of(tensor);
  for (std::size_t i = 0; i < numbers.size() / sizeof(float); ++i) {
    std::uint32_t word = 0;
    std::memcpy(&word, &numbers[i * sizeof word], sizeof word);
    if ((word & kExponent) == kExponent) return entry.refuse("data", "number # is not finite", i);
  }
  return true;
}

/// Takes what the tensor needs unpacked from `left`.
bool check_tensor(const Entry& entry, const Tensor& tensor, std::size_t& left) {
  if (tensor.element() > Element_MAX) return entry.refuse("element", "# is not known", tensor.element());
  if (is_coded(tensor) && (tensor.bits() < 2 || tensor.bits() > 8)) {
    return entry.refuse("bits", "#, not 2 to 8", tensor.bits());
  }
  const std::size_t element_bytes = is_coded(tensor) ? 1 : sizeof(float);
  std::size_t count = 0;
  if (!check_shape(entry, tensor, left / element_bytes, count)) return false;
  left -= count * element_bytes;
  if (!check_size(entry, tensor, count)) return false;
  if (!is_coded(tensor)) return check_floats(entry, tensor);
  return check_scales(entry, tensor) && check_zero_points(entry, tensor) && check_codes(entry, tensor);
}

}  // namespace

bool check_tensors(const Model& model, const Limits& limits, Refusal& refusal) {
  const auto& tensors = *model.tensors();
  if (tensors.size() > kMostTensors) {
    return refusal.refuse("tensors: # entries, more than #", tensors.size(), kMostTensors);
  }
  std::size_t left = limits.memory;
  for (flatbuffers::uoffset_t i = 0; i < tensors.size(); ++i) {
    if (!check_tensor({refusal, "tensors", i}, *tensors.Get(i), left)) return false;
  }
  return true;
}

}  // namespace sentibyte::format
