#include "nn/table.h"

#include <cstring>

#include "format/tensor.h"
#include "format/unpack.h"

namespace sentibyte::nn {
namespace {

/// A copy of the blob's numbers, which are one or one per row.
template <class Item>
bool copy(Build& build, const flatbuffers::Vector<Item>& from, std::uint32_t index, Array<Item>& to) {
  if (!build.take(from.size() * sizeof(Item), index) || !build.make(to, from.size(), index)) return false;
  for (flatbuffers::uoffset_t i = 0; i < from.size(); ++i) to[i] = from.Get(i);
  return true;
}

}  // namespace

bool Table::load(Build& build, std::uint32_t index) {
  const format::Tensor& tensor = *build.model.tensors()->Get(index);
  const bool coded = format::is_coded(tensor);
  count_ = tensor.shape()->Get(0);
  width_ = format::row_size(tensor);
  if (coded) {
    bits_ = tensor.sparse() ? 8 : tensor.bits();
    if (!copy(build, *tensor.scales(), index, scales_)) return false;
    if (format::is_asymmetric(tensor) && !copy(build, *tensor.zero_points(), index, zero_points_)) return false;
  }
  const std::size_t bytes = rows().row_bytes() * count_;
  if (!build.take(bytes, index) || !build.make(data_, bytes, index)) return false;
  if (!tensor.sparse()) {
    std::memcpy(data_.data(), tensor.data()->data(), bytes);
  } else if (coded) {
    format::unpack_codes(tensor, items_of<std::int8_t>(data_));
  } else {
    format::unpack_floats(tensor, items_of<float>(data_));
  }
  return true;
}

kernels::Rows Table::rows() const {
  return {
      .data = data_, .count = count_, .width = width_, .bits = bits_, .scales = scales_, .zero_points = zero_points_};
}

}  // namespace sentibyte::nn
