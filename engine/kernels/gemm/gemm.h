/// y = f((u7 rows) x (i8 weights)), int32 sums, dequantized, biased and written as float32, u7 or both.
///
/// Bound: |weight| <= 127 and activations <= 127 give pair sums within [-32258, 32258] (no 16-bit instruction
/// saturates) and a sum of `depth` products below 2^31 while depth <= kLongestDepth. The check of a blob
/// (format/check.h) refuses longer rows; nn/matrix.cc asserts that its limit is no larger.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

/// Weights are packed in panels of this many output columns, the last one filled up with zeros.
inline constexpr std::size_t kPanel = 8;

/// What arrays with one element per output column are padded to (with anything finite).
constexpr std::size_t padded_columns(std::size_t columns) { return (columns + kPanel - 1) / kPanel * kPanel; }

inline constexpr std::size_t kLongestDepth = 0x7fffffff / (127 * 127);
/// With zero points on the weights too, |weight - zero_point| <= 255, and the sum has two parts.
inline constexpr std::size_t kLongestAsymmetricDepth = 0x7fffffff / (255 * 127) / 2;

struct Gemm {
  using Sum = std::int32_t;

  /// Row r is `depth` elements from a[r * a_stride] on. A stride below `depth` makes rows overlap: a convolution.
  std::span<const std::uint8_t> a = {};
  std::size_t a_stride = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t depth = 0;
  /// From `gemm_pack` of the same version.
  std::span<const std::byte> weights = {};
  /// Padded to `padded_columns(columns)`:
  std::span<const std::int32_t> offsets = {};  // from `fold_offsets`
  std::span<const float> scales = {};          // scale of the activations times scale of the column
  std::span<const float> bias = {};            // zeros when there is none
  Function function = Function::None;
  Output output = {};
  /// `gemm_scratch_bytes(depth)` of the same version, aligned to 16; contents do not matter.
  std::span<std::byte> scratch = {};
  /// Empty, or one zero point per column (unpadded): only `gemm_asymmetric` takes them.
  std::span<const std::int32_t> weight_zero_points = {};
};

/// The part of the sums that depends on the weights alone, where an accumulator starts:
/// -zero_point * sum(w[o]) and, with weight zero points, + weight_zero_point[o] * depth * zero_point.
/// weights [columns, depth]; out has `padded_columns(columns)` elements.
void fold_offsets(std::span<const std::int8_t> weights, std::size_t columns, std::size_t depth, std::int32_t zero_point,
                  std::span<const std::int32_t> weight_zero_points, std::span<std::int32_t> out);

/// Bytes that `gemm_pack` fills.
SENTIBYTE_KERNEL_RELAXED(std::size_t, gemm_packed_bytes, std::size_t columns, std::size_t depth)
/// weights [columns, depth], row-major; `out` is `gemm_packed_bytes` long and aligned to 16.
SENTIBYTE_KERNEL_RELAXED(void, gemm_pack, std::span<const std::int8_t> weights, std::size_t columns, std::size_t depth,
                         std::span<std::byte> out)
SENTIBYTE_KERNEL_RELAXED(std::size_t, gemm_scratch_bytes, std::size_t depth)
SENTIBYTE_KERNEL_RELAXED(void, gemm, const Gemm& task)

/// Weights with zero points, from `scalar::gemm_pack`: the sums are those of scalar code in every build, one product
/// after the other; only the results are written by the build's fastest means. No scratch.
void gemm_asymmetric(const Gemm& task);

}  // namespace sentibyte::kernels
