/// Quantization over the vector wrapper.
#pragma once

#include <algorithm>

#include "kernels/quantize/quantize.h"
#include "kernels/simd/write.h"

namespace sentibyte::kernels::generic {

template <class V>
void quantize(std::span<const float> x, Quantization quantization, std::span<uint8_t> out) {
  const Output to{.quantized = out.data(), .quantization = quantization};
  for (size_t i = 0; i < x.size(); i += 8) {
    const size_t count = std::min<size_t>(8, x.size() - i);
    const auto pair = simd::load_pair<V>(x.data() + i, count);
    simd::write<V>(to, 0, i, pair.low, pair.high, count);
  }
}

template <class V>
void dequantize(std::span<const uint8_t> x, float scale, int32_t zero_point, std::span<float> out) {
  size_t i = 0;
  for (; i + 4 <= x.size(); i += 4) {
    const auto steps = V::sub(V::load_u8(x.data() + i), V::splat(zero_point));
    V::store(out.data() + i, V::mul(V::convert(steps), V::splat(scale)));
  }
  for (; i < x.size(); ++i) out[i] = static_cast<float>(x[i] - zero_point) * scale;
}

}  // namespace sentibyte::kernels::generic
