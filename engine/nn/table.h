// Rows that are looked up, kept as the blob stores them: 4 bits stay 4 bits in memory.
#pragma once

#include <cstdint>

#include "kernels/embedding/embedding.h"
#include "nn/layer.h"
#include "nn/memory.h"

namespace sentibyte::nn {

class Table {
 public:
  /// A copy of tensor `index`, which has two axes. A sparse one is unpacked, as rows are found by multiplication.
  [[nodiscard]] bool load(Build& build, std::uint32_t index);

  kernels::Rows rows() const;

 private:
  Array<std::byte> data_;
  std::uint32_t count_ = 0;
  std::size_t width_ = 0;
  std::uint32_t bits_ = 32;
  Array<float> scales_;
  Array<std::int8_t> zero_points_;
};

}  // namespace sentibyte::nn
