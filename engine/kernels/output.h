/// Where a kernel writes its rows, and in which form.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sentibyte::kernels {

/// Applied to a sum before it is written. The numbering is that of the blob.
enum class Function : std::uint8_t { None = 0, Relu = 1, Gelu = 2, Tanh = 3 };

/// real = scale * (q - zero_point), q in 0..127 ("u7"). Rounding is half to even, then q is clamped:
/// infinities become the ends, and what is no number becomes q = 0.
struct Quantization {
  float inverse_scale = 1;      // 1 / scale, computed once at load
  std::int32_t zero_point = 0;  // 0..127
};

/// Rows of float32, rows of u7, or both: a null pointer leaves that form out. Strides are in elements.
struct Output {
  float* real = nullptr;
  std::size_t real_stride = 0;
  std::uint8_t* quantized = nullptr;
  std::size_t quantized_stride = 0;
  Quantization quantization = {};
};

}  // namespace sentibyte::kernels
