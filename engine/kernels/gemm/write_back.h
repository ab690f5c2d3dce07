/// From int32 sums to what the output asks for: the same for every version of the kernel.
#pragma once

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/tiles.h"
#include "kernels/simd/write.h"

namespace sentibyte::kernels {

/// Sums of up to four rows by kStrip columns, waiting to be written: one call for four tiles. Integer sums start at
/// the task's offsets.
template <class Element>
struct Strip {
  alignas(16) Element sums[4][kStrip];
};

/// Writes rows row.. and columns column.. from a strip; `count` (1..kStrip) of the columns exist.
using WriteBack = void(const Gemm& task, const Strip<int32_t>& strip, size_t row, size_t rows, size_t column,
                       size_t count);

template <class V, Function kFunction>
void write_back(const Gemm& task, const Strip<int32_t>& strip, size_t row, size_t rows, size_t column, size_t count) {
  const auto finish = [&]<class U>(size_t r, size_t i) {
    const auto sums = U::load(&strip.sums[r][i]);
    const auto real = U::mul(U::convert(sums), U::load(task.scales.data() + column + i));
    return simd::apply<U, kFunction>(U::add(real, U::load(task.bias.data() + column + i)));
  };
  for (size_t r = 0; r < rows; ++r) {
    size_t i = 0;
    if constexpr (V::kInterleaves) {
      for (; i + 16 <= count; i += 16) {
        simd::write<V>(task.output, row + r, column + i, finish.template operator()<simd::Wide<V>>(r, i));
      }
    }
    for (; i < count; i += kPanel) {
      const auto y = finish.template operator()<simd::Group<V, 2>>(r, i);
      simd::write<V>(task.output, row + r, column + i, y.part[0], y.part[1], std::min(kPanel, count - i));
    }
  }
}

/// The write-back for the task's function.
template <class V>
WriteBack* write_back_for(Function function) {
  switch (function) {
    case Function::None:
      return write_back<V, Function::None>;
    case Function::Relu:
      return write_back<V, Function::Relu>;
    case Function::Gelu:
      return write_back<V, Function::Gelu>;
    case Function::Tanh:
      return write_back<V, Function::Tanh>;
  }
  return nullptr;
}

}  // namespace sentibyte::kernels
