/// From sums to what the output asks for: the same for every version of the integer and of the float kernel.
#pragma once

#include <algorithm>

#include "kernels/gemm/tiles.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels {

/// Sums of up to four rows by kStrip columns, waiting to be written: one call for four tiles. Integer sums start at
/// the task's offsets.
template <class Sum>
struct Strip {
  alignas(16) Sum sums[4][kStrip];
};

/// A function that makes reals of the sums of the columns from `column` on, before the task's function.
template <class U>
[[gnu::always_inline]] inline auto to_reals(const Gemm& task, std::size_t column) {
  return [scale = U::load(task.scales.data() + column),
          bias = U::load(task.bias.data() + column)](const typename U::Integers& sums)
             __attribute__((always_inline)) { return U::add(U::mul(U::convert(sums), scale), bias); };
}

/// Writes rows row.. and columns column.. from a strip; `count` (1..kStrip) of the columns exist.
template <class Task>
using WriteBack = void(const Task& task, const Strip<typename Task::Sum>& strip, std::size_t row, std::size_t rows,
                       std::size_t column, std::size_t count);

template <class V, Function kFunction, class Task>
void write_back(const Task& task, const Strip<typename Task::Sum>& strip, std::size_t row, std::size_t rows,
                std::size_t column, std::size_t count) {
  const auto finish = [&]<class U>(std::size_t r, std::size_t i) __attribute__((always_inline)) {
    const auto reals = to_reals<U>(task, column + i)(U::load(&strip.sums[r][i]));
    return vector::apply<U, kFunction, typename Task::Sum>(reals);
  };
  for (std::size_t r = 0; r < rows; ++r) {
    std::size_t i = 0;
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

/// A task whose output is what the sums are as reals: then a tile's registers go straight to memory.
inline bool writes_directly(const Gemm& task) {
  return task.function == Function::None && task.output.real && !task.output.quantized && task.columns % kPanel == 0;
}

/// Tile of kRows rows by kPanels panels from panel `panel` of the strip at `column`: to the output if the task allows
/// it, else to the strip.
template <class V, std::size_t kRows, std::size_t kPanels, class Task, class Sums>
[[gnu::always_inline]] inline void finish_tile(const Task& task, const Sums (&sums)[kRows][kPanels][2], std::size_t row,
                                               std::size_t column, std::size_t panel,
                                               Strip<typename Task::Sum>& strip) {
  if (!writes_directly(task)) {
    for (std::size_t r = 0; r < kRows; ++r) {
      for (std::size_t p = 0; p < kPanels; ++p) {
        V::store(&strip.sums[r][(panel + p) * kPanel], sums[r][p][0]);
        V::store(&strip.sums[r][(panel + p) * kPanel + 4], sums[r][p][1]);
      }
    }
    return;
  }
  for (std::size_t p = 0; p < kPanels; ++p) {
    for (std::size_t half = 0; half < 2; ++half) {
      const std::size_t first = column + (panel + p) * kPanel + 4 * half;
      const auto reals = to_reals<V>(task, first);
      for (std::size_t r = 0; r < kRows; ++r) {
        V::store(task.output.real + (row + r) * task.output.real_stride + first, reals(sums[r][p][half]));
      }
    }
  }
}

/// The whole output, `block` rows at a time: `prepare(first, last)` returns the tile for rows [first, last), called as
/// `tile.template operator()<kRows, kPanels>(row, column, panel, strip)` in the order of `for_each_strip`.
template <class V, class Task, class Prepare>
[[gnu::always_inline]] inline void for_each_tile(const Task& task, std::size_t block, Prepare prepare) {
  WriteBack<Task>* const write = write_back_for<V>(task);
  Strip<typename Task::Sum> strip;
  for (std::size_t first = 0; first < task.rows; first += block) {
    const std::size_t last = std::min(first + block, task.rows);
    const auto tile = prepare(first, last);
    for_each_strip(
        first, last, task.columns,
        [&]<std::size_t kRows, std::size_t kPanels>(std::size_t row, std::size_t column, std::size_t panel) {
          tile.template operator()<kRows, kPanels>(row, column, panel, strip);
        },
        [&](std::size_t row, std::size_t rows, std::size_t column, std::size_t count) {
          if (!writes_directly(task)) write(task, strip, row, rows, column, count);
        });
  }
}

}  // namespace sentibyte::kernels
