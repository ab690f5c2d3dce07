#include "nn/table.h"

#include <cstring>

#include "format/tensor.h"
#include "format/unpack.h"

namespace sentibyte::nn {

bool Table::load(Build& build, std::uint32_t index) {
  const format::Tensor& tensor = *build.model.tensors()->Get(index);
  const bool coded = format::is_coded(tensor);
  count_ = tensor.shape()->Get(0);
  width_ = format::row_size(tensor);
  if (coded) {
    bits_ = tensor.sparse() ? 8 : tensor.bits();
    const auto& scales = *tensor.scales();
    scales_ = std::vector<float>(scales.size());
    for (flatbuffers::uoffset_t i = 0; i < scales.size(); ++i) scales_[i] = scales.Get(i);
    if (format::is_asymmetric(tensor)) {
      const auto& points = *tensor.zero_points();
      zero_points_ = std::vector<std::int8_t>(points.data(), points.data() + points.size());
    }
  }
  const std::size_t bytes = rows().row_bytes() * count_;
  const std::size_t beside = scales_.size() * sizeof(float) + zero_points_.size();
  if (!build.take(bytes + beside, index)) return false;
  data_ = AlignedBytes(bytes);
  if (!tensor.sparse()) {
    std::memcpy(data_.bytes().data(), tensor.data()->data(), bytes);
  } else if (coded) {
    format::unpack_codes(tensor, data_.as<std::int8_t>());
  } else {
    format::unpack_floats(tensor, data_.as<float>());
  }
  return true;
}

kernels::Rows Table::rows() const {
  return {.data = data_.bytes(),
          .count = count_,
          .width = width_,
          .bits = bits_,
          .scales = scales_,
          .zero_points = zero_points_};
}

}  // namespace sentibyte::nn
