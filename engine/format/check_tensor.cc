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
Problem check_shape(std::uint32_t index, const Tensor& tensor, std::uint64_t most, std::uint64_t& count) {
  const auto& shape = *tensor.shape();
  if (shape.size() == 0 || shape.size() > kMostAxes) {
    return invalid(at("tensors", index, "shape"), digits(shape.size()) + " axes, not 1 to " + digits(kMostAxes));
  }
  count = 1;
  for (flatbuffers::uoffset_t axis = 0; axis < shape.size(); ++axis) {
    const std::uint64_t extent = shape.Get(axis);
    if (extent == 0) return invalid(at("tensors", index, "shape"), "axis " + digits(axis) + " is 0");
    if (extent > most / count) {
      return Error{ErrorCode::Limit, at("tensors", index, "shape") + ": more elements than the limit on memory allows"};
    }
    count *= extent;
  }
  return {};
}

std::uint64_t count_set(std::span<const std::uint8_t> bitmap) {
  std::uint64_t set = 0;
  for (const std::uint8_t byte : bitmap) set += static_cast<unsigned>(std::popcount(byte));
  return set;
}

/// The data has exactly the bytes that shape, bits and bitmap ask for.
Problem check_size(std::uint32_t index, const Tensor& tensor, std::uint64_t count) {
  const auto data = data_of(tensor);
  const std::uint64_t element_bits = is_integer(tensor) ? tensor.bits() : 32;
  std::uint64_t expected = 0;
  if (tensor.sparse()) {
    const std::uint64_t bitmap = bitmap_bytes(count);
    if (data.size() < bitmap) {
      return invalid(at("tensors", index, "data"),
                     digits(data.size()) + " bytes, too few for a bitmap of " + digits(bitmap));
    }
    if (count % 8 != 0 && (data[bitmap - 1] >> (count % 8)) != 0) {
      return invalid(at("tensors", index, "data"), "its bitmap has bits set past the last element");
    }
    expected = bitmap + (count_set(data.first(bitmap)) * element_bits + 7) / 8;
  } else {
    const std::uint64_t rows = tensor.shape()->Get(0);
    expected = rows * ((count / rows * element_bits + 7) / 8);
  }
  if (data.size() == expected) return {};
  return count_differs(at("tensors", index, "data"), data.size(), "bytes", expected);
}

Problem check_scales(std::uint32_t index, const Tensor& tensor) {
  const std::uint32_t rows = tensor.shape()->Get(0);
  const auto* scales = tensor.scales();
  const std::uint32_t found = scales == nullptr ? 0 : scales->size();
  if (found != 1 && found != rows) {
    return invalid(at("tensors", index, "scales"), digits(found) + " entries, not 1 or " + digits(rows));
  }
  for (flatbuffers::uoffset_t i = 0; i < found; ++i) {
    const float scale = scales->Get(i);
    if (!(scale > 0) || !std::isfinite(scale)) {
      return invalid(at("tensors", index, "scales") + "[" + digits(i) + "]", "not a finite number above 0");
    }
  }
  return {};
}

Problem check_zero_points(std::uint32_t index, const Tensor& tensor) {
  if (!is_asymmetric(tensor)) return {};
  const auto& points = *tensor.zero_points();
  if (points.size() != tensor.scales()->size()) {
    return count_differs(at("tensors", index, "zero_points"), points.size(), "entries", tensor.scales()->size());
  }
  const int highest = (1 << (tensor.bits() - 1)) - 1;
  for (flatbuffers::uoffset_t i = 0; i < points.size(); ++i) {
    if (points.Get(i) > highest || points.Get(i) < -highest - 1) {
      return invalid(at("tensors", index, "zero_points") + "[" + digits(i) + "]",
                     "outside the range of " + digits(tensor.bits()) + " bits");
    }
  }
  return {};
}

/// Symmetric int8 kernels take [-127, 127] only: then no pair sum of theirs can saturate.
Problem check_integers(std::uint32_t index, const Tensor& tensor) {
  if (tensor.bits() != 8 || is_asymmetric(tensor)) return {};
  const auto data = data_of(tensor);
  const std::size_t first = tensor.sparse() ? bitmap_bytes(element_count(tensor)) : 0;
  for (std::size_t i = first; i < data.size(); ++i) {
    if (data[i] == 0x80) {
      return invalid(at("tensors", index, "data"), "-128 at byte " + digits(i) + "; weights are -127 to 127");
    }
  }
  return {};
}

Problem check_floats(std::uint32_t index, const Tensor& tensor) {
  constexpr std::uint32_t kExponent = 0x7F80'0000;  // all ones: infinity or not a number
  const auto data = data_of(tensor);
  const std::size_t first = tensor.sparse() ? bitmap_bytes(element_count(tensor)) : 0;
  for (std::size_t i = first; i + sizeof(float) <= data.size(); i += sizeof(float)) {
    std::uint32_t word = 0;
    std::memcpy(&word, &data[i], sizeof word);
    if ((word & kExponent) == kExponent) {
      return invalid(at("tensors", index, "data"), "number " + digits((i - first) / sizeof(float)) + " is not finite");
    }
  }
  return {};
}

Problem check_tensor(std::uint32_t index, const Tensor& tensor, std::uint64_t most, std::uint64_t& unpacked) {
  std::uint64_t count = 0;
  if (tensor.element() > Element_MAX) {
    return invalid(at("tensors", index, "element"), digits(tensor.element()) + " is not known");
  }
  if (is_integer(tensor) && (tensor.bits() < 2 || tensor.bits() > 8)) {
    return invalid(at("tensors", index, "bits"), digits(tensor.bits()) + ", not 2 to 8");
  }
  const std::uint64_t element_bytes = is_integer(tensor) ? 1 : sizeof(float);
  if (auto problem = check_shape(index, tensor, most / element_bytes, count)) return problem;
  unpacked = count * element_bytes;
  if (auto problem = check_size(index, tensor, count)) return problem;
  if (!is_integer(tensor)) return check_floats(index, tensor);
  if (auto problem = check_scales(index, tensor)) return problem;
  if (auto problem = check_zero_points(index, tensor)) return problem;
  return check_integers(index, tensor);
}

}  // namespace

Problem check_tensors(const Model& model, const Limits& limits) {
  const auto& tensors = *model.tensors();
  if (tensors.size() > kMostTensors) {
    return invalid("tensors", digits(tensors.size()) + " entries, more than " + digits(kMostTensors));
  }
  std::uint64_t left = limits.memory;
  for (flatbuffers::uoffset_t i = 0; i < tensors.size(); ++i) {
    std::uint64_t unpacked = 0;
    if (auto problem = check_tensor(i, *tensors.Get(i), left, unpacked)) return problem;
    left -= unpacked;
  }
  return {};
}

}  // namespace sentibyte::format
