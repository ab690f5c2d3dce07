/// In which order a GEMM visits its output: the same for every version and element type.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/gemm/gemm.h"

namespace sentibyte::kernels {

/// Rows at work at a time: as many as keep their elements in the first cache, a multiple of four.
constexpr size_t block_rows(size_t row_bytes) {
  constexpr size_t kCache = 32768;
  return std::clamp<size_t>(kCache / (row_bytes + 1) / 4 * 4, 4, 64);
}

/// Calls `tile.template operator()<kRows, kPanels>(row, column)` over rows [first, last) and all columns. Eight
/// vectors of sums fill the registers: four rows by one panel, two by two, or one by four.
template <class Tile>
void for_each_tile(size_t first, size_t last, size_t columns, Tile tile) {
  const size_t whole = first + (last - first) / 4 * 4;
  const size_t left = last - whole;
  size_t column = 0;
  for (; column < columns && whole > first; column += kPanel) {
    for (size_t row = first; row < whole; row += 4) tile.template operator()<4, 1>(row, column);
  }
  if (left == 3) {
    for (column = 0; column < columns; column += kPanel) tile.template operator()<3, 1>(whole, column);
  } else if (left == 2) {
    column = 0;
    for (; column + kPanel < columns; column += 2 * kPanel) tile.template operator()<2, 2>(whole, column);
    if (column < columns) tile.template operator()<2, 1>(whole, column);
  } else if (left == 1) {
    column = 0;
    for (; column + 3 * kPanel < columns; column += 4 * kPanel) tile.template operator()<1, 4>(whole, column);
    for (; column < columns; column += kPanel) tile.template operator()<1, 1>(whole, column);
  }
}

}  // namespace sentibyte::kernels
