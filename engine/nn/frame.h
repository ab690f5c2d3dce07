// One text on its way through the layers: its ids, and where its values lie.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "nn/value.h"

namespace sentibyte::nn {

class Frame {
 public:
  Frame(std::span<const std::uint16_t> ids, std::span<const ValuePlan> values, std::span<std::byte> arena,
        std::size_t scratch_at)
      : ids_(ids), values_(values), arena_(arena), scratch_(arena.subspan(scratch_at)) {}

  std::span<const std::uint16_t> ids() const { return ids_; }
  std::size_t tokens() const { return ids_.size(); }
  const ValuePlan& plan(std::uint32_t value) const { return values_[value]; }
  std::size_t rows(std::uint32_t value) const { return plan(value).rows(tokens()); }

  /// Rows of float32 side by side.
  std::span<float> real(std::uint32_t value) const {
    return {reinterpret_cast<float*>(arena_.data() + plan(value).real_at), rows(value) * plan(value).width};
  }
  /// Rows of u7 side by side.
  std::span<std::uint8_t> quantized(std::uint32_t value) const {
    return {reinterpret_cast<std::uint8_t*>(arena_.data() + plan(value).quantized_at), rows(value) * plan(value).width};
  }
  /// Where a kernel writes `value`, from `row` on, in the forms that are read.
  kernels::Output output(std::uint32_t value, std::size_t row = 0) const {
    const ValuePlan& to = plan(value);
    kernels::Output output;
    output.real_stride = output.quantized_stride = to.width;
    output.quantization = to.quantization;
    if (to.real) output.real = real(value).data() + row * to.width;
    if (to.quantized) output.quantized = quantized(value).data() + row * to.width;
    return output;
  }
  /// What the running layer asked for, aligned to kAlignment. Holds nothing from one layer to the next.
  std::span<std::byte> scratch() const { return scratch_; }

 private:
  std::span<const std::uint16_t> ids_;
  std::span<const ValuePlan> values_;
  std::span<std::byte> arena_;
  std::span<std::byte> scratch_;
};

}  // namespace sentibyte::nn
