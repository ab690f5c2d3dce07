// One text on its way through the layers: its ids, where its values lie, and which part of a layer is to run.
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
      : ids_(ids), values_(values), arena_(arena), scratch_(arena.subspan(scratch_at)), count_(ids.size()) {}

  /// The same text for a layer that runs `count` of its parts from `first` on. A part is a row unless the layer says
  /// otherwise, so that everything below speaks of those rows alone; of values with one row per text, of that.
  Frame part(std::size_t first, std::size_t count) const {
    Frame part = *this;
    part.first_ = first;
    part.count_ = count;
    return part;
  }
  /// For a layer that reads other rows than those that it makes.
  Frame whole() const { return part(0, ids_.size()); }
  std::size_t first() const { return first_; }
  std::size_t count() const { return count_; }

  std::span<const std::uint16_t> ids() const { return ids_.subspan(first_, count_); }
  std::size_t tokens() const { return count_; }
  const ValuePlan& plan(std::uint32_t value) const { return values_[value]; }
  std::size_t rows(std::uint32_t value) const { return plan(value).rows(count_); }

  /// Rows of float32 side by side.
  std::span<float> real(std::uint32_t value) const {
    auto* const rows_of_text = reinterpret_cast<float*>(arena_.data() + plan(value).real_at);
    return {rows_of_text + skipped(value), rows(value) * plan(value).width};
  }
  /// Rows of u7 side by side.
  std::span<std::uint8_t> quantized(std::uint32_t value) const {
    auto* const rows_of_text = reinterpret_cast<std::uint8_t*>(arena_.data() + plan(value).quantized_at);
    return {rows_of_text + skipped(value), rows(value) * plan(value).width};
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
  /// What the running layer asked for, aligned to kAlignment. Keeps what a part left there for the next part of the
  /// same layer, and nothing from one layer to the next.
  std::span<std::byte> scratch() const { return scratch_; }

 private:
  /// Numbers of `value` before the first row.
  std::size_t skipped(std::uint32_t value) const { return plan(value).sequence ? first_ * plan(value).width : 0; }

  std::span<const std::uint16_t> ids_;
  std::span<const ValuePlan> values_;
  std::span<std::byte> arena_;
  std::span<std::byte> scratch_;
  std::size_t first_ = 0;
  std::size_t count_;
};

}  // namespace sentibyte::nn
