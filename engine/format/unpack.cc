#include "format/unpack.h"

#include <algorithm>
#include <cstddef>
#include <cstring>

#include "format/bits.h"
#include "format/tensor.h"

namespace sentibyte::format {
namespace {

void unpack_sparse_floats(const Tensor& tensor, std::span<float> out) {
  const auto bitmap = data_of(tensor).first(bitmap_bytes(out.size()));
  auto stored = data_of(tensor).subspan(bitmap.size());
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = 0.0F;
    if (!bit_at(bitmap, i)) continue;
    std::memcpy(&out[i], stored.data(), sizeof(float));
    stored = stored.subspan(sizeof(float));
  }
}

void unpack_sparse_codes(const Tensor& tensor, std::span<std::int8_t> out) {
  const auto bitmap = data_of(tensor).first(bitmap_bytes(out.size()));
  BitReader stored(data_of(tensor).subspan(bitmap.size()), tensor.bits());
  const std::size_t width = row_size(tensor);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = bit_at(bitmap, i) ? stored.next() : static_cast<std::int8_t>(zero_point_of(tensor, i / width));
  }
}

}  // namespace

void unpack_codes(const Tensor& tensor, std::span<std::int8_t> out) {
  if (tensor.sparse()) return unpack_sparse_codes(tensor, out);
  if (tensor.bits() == 8) {
    std::memcpy(out.data(), tensor.data()->data(), out.size());
    return;
  }
  BitReader stored(data_of(tensor), tensor.bits());
  const std::size_t width = row_size(tensor);
  for (std::size_t row = 0; row < row_count(tensor); ++row) {
    for (std::int8_t& number : out.subspan(row * width, width)) number = stored.next();
    stored.align();
  }
}

void unpack_floats(const Tensor& tensor, std::span<float> out) {
  if (!is_coded(tensor)) {
    if (tensor.sparse()) return unpack_sparse_floats(tensor, out);
    std::memcpy(out.data(), tensor.data()->data(), out.size_bytes());
    return;
  }
  // In the last quarter of the numbers' own bytes: number i ends where code i has been read.
  const std::span<std::int8_t> codes(reinterpret_cast<std::int8_t*>(out.data()) + 3 * out.size(), out.size());
  unpack_codes(tensor, codes);
  const std::size_t width = row_size(tensor);
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::size_t row = i / width;
    out[i] = scale_of(tensor, row) * static_cast<float>(codes[i] - zero_point_of(tensor, row));
  }
}

}  // namespace sentibyte::format
