/// y = f(rows x weights + bias) in float32. Each sum runs over k in order, starting from 0, one product at a time:
/// no version may split or reassociate it.
#pragma once

#include <cstddef>
#include <span>

#include "kernels/gemm/gemm.h"

namespace sentibyte::kernels {

struct GemmFloat {
  using Sum = float;

  /// Row r is `depth` elements from a[r * a_stride] on; rows may overlap.
  std::span<const float> a = {};
  std::size_t a_stride = 0;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t depth = 0;
  /// From `gemm_float_pack`.
  std::span<const float> weights = {};
  /// Empty, or padded to `padded_columns(columns)`.
  std::span<const float> bias = {};
  Function function = Function::None;
  /// The u7 form works too, so that a mixed graph can quantize here.
  Output output = {};
};

/// Elements that `gemm_float_pack` fills.
constexpr std::size_t gemm_float_packed_size(std::size_t columns, std::size_t depth) {
  return padded_columns(columns) * depth;
}

/// weights [columns, depth], row c starting at weights[c * stride], to panels [depth][kPanel], whatever the version.
void gemm_float_pack(std::span<const float> weights, std::size_t stride, std::size_t columns, std::size_t depth,
                     std::span<float> out);

SENTIBYTE_KERNEL(void, gemm_float, const GemmFloat& task)

}  // namespace sentibyte::kernels
