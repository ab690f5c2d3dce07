#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/quantize/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void quantize(std::span<const float> x, Quantization quantization, std::span<std::uint8_t> out) {
  generic::quantize<V>(x, quantization, out);
}

void dequantize(std::span<const std::uint8_t> x, float scale, std::int32_t zero_point, std::span<float> out) {
  generic::dequantize<V>(x, scale, zero_point, out);
}

}  // namespace sentibyte::kernels::simd
#endif
