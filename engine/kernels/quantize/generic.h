/// Quantization over the vector wrapper.
#pragma once

#include "kernels/quantize/quantize.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels::generic {

template <class V>
void quantize(std::span<const float> x, Quantization quantization, std::span<std::uint8_t> out) {
  const Output to{.quantized = out.data(), .quantization = quantization};
  vector::write_row<V>(to, 0, x.size(), [&]<class U>(auto load) { return load(x.data()); });
}

template <class V>
void dequantize(std::span<const std::uint8_t> x, float scale, std::int32_t zero_point, std::span<float> out) {
  std::size_t i = 0;
  for (; i + 4 <= x.size(); i += 4) {
    const auto steps = V::sub(V::load_u8(x.data() + i), V::splat(zero_point));
    V::store(out.data() + i, V::mul(V::convert(steps), V::splat(scale)));
  }
  for (; i < x.size(); ++i) out[i] = static_cast<float>(x[i] - zero_point) * scale;
}

}  // namespace sentibyte::kernels::generic
