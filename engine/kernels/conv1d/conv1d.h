/// Convolution over time, stride 1, zero padding that keeps the length: a GEMM whose rows overlap.
///
/// y[t] = f(sum over k of W[:, k, :] x[t + k - (size - 1) / 2] + b). The input is copied once between its padding
/// into scratch; row t of the GEMM is then the `size * width` elements from element t * width on.
#pragma once

#include "kernels/gemm/gemm.h"
#include "kernels/gemm_float/gemm_float.h"

namespace sentibyte::kernels {

struct Conv1d {
  /// [tokens, width], rows side by side.
  std::span<const std::uint8_t> x = {};
  std::size_t tokens = 0;
  /// The rows of y to make, which is where the output begins. Those after the first `rows` find the padded copy in the
  /// scratch that the call for row 0 left.
  std::size_t first = 0;
  std::size_t rows = 0;
  std::size_t width = 0;
  std::size_t size = 0;         // odd
  std::uint8_t zero_point = 0;  // of x: what padding holds
  /// All but `a`, `a_stride`, `rows`, `depth` and `scratch` filled in: columns, weights (packed with depth
  /// size * width), offsets, scales, bias, function, output.
  Gemm gemm = {};
  /// `conv1d_scratch_bytes`, aligned to 16.
  std::span<std::byte> scratch = {};
};

struct Conv1dFloat {
  std::span<const float> x = {};
  std::size_t tokens = 0;
  std::size_t first = 0;
  std::size_t rows = 0;
  std::size_t width = 0;
  std::size_t size = 0;
  GemmFloat gemm = {};
  /// `conv1d_float_scratch_size` elements.
  std::span<float> scratch = {};
};

SENTIBYTE_KERNEL_RELAXED(std::size_t, conv1d_scratch_bytes, std::size_t tokens, std::size_t width, std::size_t size)
SENTIBYTE_KERNEL_RELAXED(void, conv1d, const Conv1d& task)

/// Over `gemm_asymmetric`; scratch as for `scalar::conv1d`.
void conv1d_asymmetric(const Conv1d& task);

constexpr std::size_t conv1d_float_scratch_size(std::size_t tokens, std::size_t width, std::size_t size) {
  return (tokens + size - 1) * width;
}
SENTIBYTE_KERNEL(void, conv1d_float, const Conv1dFloat& task)

}  // namespace sentibyte::kernels
