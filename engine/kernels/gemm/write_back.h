/// From sums to what the output asks for: the same for every version of the integer and of the float kernel.
#pragma once

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/tiles.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels {

/// Sums of up to four rows by kStrip columns, waiting to be written: one call for four tiles. Integer sums start at
/// the task's offsets.
template <class Element>
struct Strip {
  alignas(16) Element sums[4][kStrip];
};

/// Writes rows row.. and columns column.. from a strip; `count` (1..kStrip) of the columns exist.
template <class Task>
using WriteBack = void(const Task& task, const Strip<typename Task::Sum>& strip, size_t row, size_t rows, size_t column,
                       size_t count);

/// What sums of the columns from `column` on are, before the function.
template <class U>
[[gnu::always_inline]] inline typename U::Floats real_of(const Gemm& task, const int32_t* sums, size_t column) {
  const auto real = U::mul(U::convert(U::load(sums)), U::load(task.scales.data() + column));
  return U::add(real, U::load(task.bias.data() + column));
}

template <class V, Function kFunction, class Task>
void write_back(const Task& task, const Strip<typename Task::Sum>& strip, size_t row, size_t rows, size_t column,
                size_t count) {
  const auto finish = [&]<class U>(size_t r, size_t i) {
    return vector::apply<U, kFunction, typename Task::Sum>(real_of<U>(task, &strip.sums[r][i], column + i));
  };
  for (size_t r = 0; r < rows; ++r) {
    size_t i = 0;
    if constexpr (V::kInterleaves) {
      for (; i + 16 <= count; i += 16) {
        vector::write<V>(task.output, row + r, column + i, finish.template operator()<vector::Wide<V>>(r, i));
      }
    }
    for (; i < count; i += kPanel) {
      const auto y = finish.template operator()<vector::Group<V, 2>>(r, i);
      vector::write<V>(task.output, row + r, column + i, y.part[0], y.part[1], std::min(kPanel, count - i));
    }
  }
}

/// The write-back for the task's function.
template <class V, class Task>
WriteBack<Task>* write_back_for(const Task& task) {
  switch (task.function) {
    case Function::None:
      return write_back<V, Function::None, Task>;
    case Function::Relu:
      return write_back<V, Function::Relu, Task>;
    case Function::Gelu:
      return write_back<V, Function::Gelu, Task>;
    case Function::Tanh:
      return write_back<V, Function::Tanh, Task>;
  }
  return nullptr;
}

}  // namespace sentibyte::kernels
