// A weight matrix with its bias and function, packed for the int8 or the float kernels: what dense,
// convolutional and recurrent layers have in common.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm_float/gemm_float.h"
#include "nn/layer.h"
#include "nn/memory.h"

namespace sentibyte::nn {

class Matrix {
 public:
  /// Rows of tensor `weight` are output columns; `bias` is a tensor or -1; `input` is the value whose u7 form an
  /// Coded weight is multiplied with. A Real weight among Coded ones is allowed where `may_mix`. False: the
  /// build's refusal says why, and the matrix is of no use.
  [[nodiscard]] bool load(Build& build, const LayerSource& source, std::uint32_t weight, std::int64_t bias,
                          format::Function function, std::uint32_t input, bool may_mix);

  bool is_int8() const { return int8_; }
  /// Weights with zero points: packed for, and multiplied by, the scalar kernels.
  bool is_asymmetric() const { return !zero_points_.empty(); }
  std::size_t columns() const { return columns_; }
  std::size_t depth() const { return depth_; }
  std::size_t scratch_bytes() const;

  /// `rows` rows of the u7 form, side by side.
  void multiply(std::span<const std::uint8_t> x, std::size_t rows, const kernels::Output& output,
                std::span<std::byte> scratch) const;
  /// `rows` rows of float32, side by side.
  void multiply(std::span<const float> x, std::size_t rows, const kernels::Output& output) const;

  /// All but the input, for kernels that wrap the GEMM.
  kernels::Gemm int8_task(const kernels::Output& output) const;
  kernels::GemmFloat float_task(const kernels::Output& output) const;

 private:
  bool load_int8(Build& build, std::uint32_t index, const ValuePlan& input);
  bool load_float(Build& build, std::uint32_t index);

  bool int8_ = false;
  std::size_t columns_ = 0;
  std::size_t depth_ = 0;
  kernels::Function function_ = kernels::Function::None;
  Array<std::byte> packed_;
  Array<std::int32_t> offsets_;
  Array<float> scales_;
  Array<float> bias_;
  Array<std::int32_t> zero_points_;
};

}  // namespace sentibyte::nn
