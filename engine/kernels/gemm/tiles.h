/// In which order a GEMM visits its output: the same for every version and element type.
#pragma once

#include <algorithm>
#include <cstddef>

#include "kernels/gemm/gemm.h"

namespace sentibyte::kernels {

/// Columns whose sums are written back together: four panels.
inline constexpr std::size_t kStrip = 4 * kPanel;

/// Rows at work at a time: as many as keep their elements in the first cache, a multiple of four.
constexpr std::size_t block_rows(std::size_t row_bytes) {
  constexpr std::size_t kCache = 32768;
  return std::clamp<std::size_t>(kCache / (row_bytes + 1) / 4 * 4, 4, 64);
}

/// Covers `kRows` rows by `panels` (1..4) panels with tiles of `kPanels`, then of one.
template <std::size_t kRows, std::size_t kPanels, class Tile>
void cover(std::size_t row, std::size_t column, std::size_t panels, Tile& tile) {
  std::size_t panel = 0;
  for (; panel + kPanels <= panels; panel += kPanels) {
    tile.template operator()<kRows, kPanels>(row, column, panel);
  }
  if constexpr (kPanels > 1) {
    for (; panel < panels; ++panel) tile.template operator()<kRows, 1>(row, column, panel);
  }
}

/// Over rows [first, last) and all columns: for up to four rows and a strip of panels at a time, calls
/// `tile.template operator()<kRows, kPanels>(row, column, panel)` for tiles that together cover it (`panel` counts
/// from the strip's first, at `column`), then `write(row, rows, column, count)`. Eight vectors of sums fill the
/// registers: four rows by one panel, two by two, or one by four.
template <class Tile, class Write>
void for_each_strip(std::size_t first, std::size_t last, std::size_t columns, Tile tile, Write write) {
  for (std::size_t column = 0; column < columns; column += kStrip) {
    const std::size_t count = std::min(kStrip, columns - column);
    const std::size_t panels = (count + kPanel - 1) / kPanel;
    for (std::size_t row = first; row < last; row += 4) {
      const std::size_t rows = std::min<std::size_t>(4, last - row);
      switch (rows) {
        case 4:
          cover<4, 1>(row, column, panels, tile);
          break;
        case 3:
          cover<3, 1>(row, column, panels, tile);
          break;
        case 2:
          cover<2, 2>(row, column, panels, tile);
          break;
        default:
          cover<1, 4>(row, column, panels, tile);
          break;
      }
      write(row, rows, column, count);
    }
  }
}

}  // namespace sentibyte::kernels
