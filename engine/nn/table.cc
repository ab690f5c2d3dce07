#include "nn/table.h"

#include <cstring>

#include "format/tensor.h"
#include "format/unpack.h"

namespace sentibyte::nn {

Result<Table> Table::make(Build& build, std::uint32_t index) {
  const format::Tensor& tensor = *build.model.tensors()->Get(index);
  const bool integer = format::is_integer(tensor);
  Table table;
  table.count_ = tensor.shape()->Get(0);
  table.width_ = format::row_size(tensor);
  if (integer) {
    table.bits_ = tensor.sparse() ? 8 : tensor.bits();
    table.scales_.assign(tensor.scales()->begin(), tensor.scales()->end());
    if (format::is_asymmetric(tensor)) {
      table.zero_points_.assign(tensor.zero_points()->begin(), tensor.zero_points()->end());
    }
  }
  const std::size_t bytes = table.rows().row_bytes() * table.count_;
  const std::size_t beside = table.scales_.size() * sizeof(float) + table.zero_points_.size();
  if (auto problem = build.take(bytes + beside, index)) return std::move(*problem);
  table.data_ = Buffer(bytes);
  if (!tensor.sparse()) {
    std::memcpy(table.data_.bytes().data(), tensor.data()->data(), bytes);
  } else if (integer) {
    format::unpack_integers(tensor, table.data_.as<std::int8_t>());
  } else {
    format::unpack_floats(tensor, table.data_.as<float>());
  }
  return table;
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
