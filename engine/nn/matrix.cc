#include "nn/matrix.h"

#include "format/check.h"
#include "format/tensor.h"
#include "format/unpack.h"
#include "nn/precision.h"

namespace sentibyte::nn {

using kernels::padded_columns;

// No sum overflows: what the check of a blob lets through is what the kernels are exact for.
static_assert(format::kWidest <= kernels::kLongestDepth);
static_assert(format::kWidestAsymmetric <= kernels::kLongestAsymmetricDepth);

bool Matrix::load(Build& build, const LayerSource& source, std::uint32_t weight, std::int64_t bias,
                  format::Function function, std::uint32_t input, bool may_mix) {
  const format::Tensor& tensor = *build.model.tensors()->Get(weight);
  int8_ = format::is_coded(tensor);
  columns_ = format::row_count(tensor);
  depth_ = format::row_size(tensor);
  function_ = static_cast<kernels::Function>(function);
  if (!int8_ && build.precision == Precision::Int8 && !may_mix) {
    return build.refusal.refuse(ErrorCode::Unsupported,
                                "nodes[#]: a Real matrix in a model with Coded ones; only Dense may mix", source.index);
  }
  if (!load_floats(build, bias, padded_columns(columns_), bias_)) return false;
  if (!(int8_ ? load_int8(build, weight, build.values[input]) : load_float(build, weight))) return false;
  if (is_asymmetric()) build.path = Path::Scalar;
  return true;
}

bool Matrix::load_int8(Build& build, std::uint32_t index, const ValuePlan& input) {
  const format::Tensor& tensor = *build.model.tensors()->Get(index);
  if constexpr (kHasInt8) {
    const bool asymmetric = format::is_asymmetric(tensor);
    const std::size_t bytes = asymmetric ? kernels::scalar::gemm_packed_bytes(columns_, depth_)
                                         : kernels::fast::gemm_packed_bytes(columns_, depth_);
    const std::size_t padded = padded_columns(columns_);
    if (!build.take(bytes + padded * (sizeof(std::int32_t) + sizeof(float)), index)) return false;

    Array<std::int8_t> weights;
    if (!build.make(weights, columns_ * depth_, index)) return false;
    format::unpack_codes(tensor, weights);
    if (asymmetric) {
      if (!build.make(zero_points_, columns_, index)) return false;
      for (std::size_t column = 0; column < columns_; ++column) {
        zero_points_[column] = format::zero_point_of(tensor, column);
      }
    }
    if (!build.make(offsets_, padded, index) || !build.make(scales_, padded, index)) return false;
    kernels::fold_offsets(weights, columns_, depth_, input.quantization.zero_point, zero_points_, offsets_);
    for (std::size_t column = 0; column < columns_; ++column) {
      scales_[column] = input.scale * format::scale_of(tensor, column);
    }
    if (!build.make(packed_, bytes, index)) return false;
    (asymmetric ? kernels::scalar::gemm_pack : kernels::fast::gemm_pack)(weights, columns_, depth_, packed_);
  }
  return true;
}

bool Matrix::load_float(Build& build, std::uint32_t index) {
  const format::Tensor& tensor = *build.model.tensors()->Get(index);
  const std::size_t bytes = kernels::gemm_float_packed_size(columns_, depth_) * sizeof(float);
  if (!build.take(bytes, index)) return false;
  Array<float> weights;
  if (!build.make(weights, columns_ * depth_, index) || !build.make(packed_, bytes, index)) return false;
  format::unpack_floats(tensor, weights);
  kernels::gemm_float_pack(weights, depth_, columns_, depth_, items_of<float>(packed_));
  return true;
}

std::size_t Matrix::scratch_bytes() const {
  if (!int8_ || is_asymmetric()) return 0;
  return kernels::fast::gemm_scratch_bytes(depth_);
}

kernels::Gemm Matrix::int8_task(const kernels::Output& output) const {
  kernels::Gemm task;
  task.columns = columns_;
  task.depth = depth_;
  task.weights = packed_;
  task.offsets = offsets_;
  task.scales = scales_;
  task.bias = bias_;
  task.function = function_;
  task.output = output;
  task.weight_zero_points = zero_points_;
  return task;
}

kernels::GemmFloat Matrix::float_task(const kernels::Output& output) const {
  kernels::GemmFloat task;
  task.columns = columns_;
  task.depth = depth_;
  task.weights = items_of<float>(packed_);
  task.bias = bias_;
  task.function = function_;
  task.output = output;
  return task;
}

void Matrix::multiply(std::span<const std::uint8_t> x, std::size_t rows, const kernels::Output& output,
                      std::span<std::byte> scratch) const {
  if constexpr (kHasInt8) {
    kernels::Gemm task = int8_task(output);
    task.a = x;
    task.a_stride = depth_;
    task.rows = rows;
    task.scratch = scratch;
    (is_asymmetric() ? kernels::gemm_asymmetric : kernels::fast::gemm)(task);
  }
}

void Matrix::multiply(std::span<const float> x, std::size_t rows, const kernels::Output& output) const {
  kernels::GemmFloat task = float_task(output);
  task.a = x;
  task.a_stride = depth_;
  task.rows = rows;
  kernels::fast::gemm_float(task);
}

}  // namespace sentibyte::nn
