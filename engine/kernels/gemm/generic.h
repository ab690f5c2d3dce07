/// The integer GEMM over the vector wrapper `V` and the dot product `D` of a version:
///
///     D::kBlock            products that one lane of `dot` sums
///     D::Activation        how a row is read: uint8_t in place, or int16_t, widened into scratch by `D::widen`
///     D::load(weights)     4 * kBlock weights, one block in each lane
///     D::load_splat(a)     one block of activations in every lane
///     D::dot(sum, w, x)    sum + the products, lane by lane
///
/// Weights are packed in panels [depth / kBlock][kPanel][kBlock], the last block filled up with zeros.
#pragma once

#include <algorithm>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm/tiles.h"
#include "kernels/gemm/write_back.h"

namespace sentibyte::kernels::generic {

template <class D>
constexpr bool kWidens = sizeof(typename D::Activation) > sizeof(std::uint8_t);

template <class D>
constexpr std::size_t padded_depth(std::size_t depth) {
  return (depth + D::kBlock - 1) / D::kBlock * D::kBlock;
}

/// Rows at work at a time.
template <class D>
constexpr std::size_t gemm_block(std::size_t depth) {
  return block_rows((kWidens<D> ? padded_depth<D>(depth) : depth) * sizeof(typename D::Activation));
}

template <class D>
constexpr std::size_t gemm_packed_bytes(std::size_t columns, std::size_t depth) {
  return padded_columns(columns) * padded_depth<D>(depth);
}

template <class D>
constexpr std::size_t gemm_scratch_bytes(std::size_t depth) {
  return kWidens<D> ? gemm_block<D>(depth) * padded_depth<D>(depth) * sizeof(typename D::Activation) : 0;
}

template <class D>
void gemm_pack(std::span<const std::int8_t> weights, std::size_t columns, std::size_t depth, std::span<std::byte> out) {
  constexpr std::size_t kBlock = D::kBlock;
  auto* to = reinterpret_cast<std::int8_t*>(out.data());
  std::fill_n(to, gemm_packed_bytes<D>(columns, depth), std::int8_t{0});
  for (std::size_t column = 0; column < columns; ++column) {
    std::int8_t* panel = to + column / kPanel * kPanel * padded_depth<D>(depth) + column % kPanel * kBlock;
    for (std::size_t k = 0; k < depth; ++k)
      panel[k / kBlock * kBlock * kPanel + k % kBlock] = weights[column * depth + k];
  }
}

/// Rows of activations as a tile reads them.
template <class D>
struct Activations {
  const typename D::Activation* first;
  std::size_t stride;
};

/// Rows [first, last) of the task.
template <class D>
Activations<D> activations(const Gemm& task, std::size_t first, std::size_t last) {
  const std::uint8_t* from = task.a.data() + first * task.a_stride;
  if constexpr (kWidens<D>) {
    const std::size_t stride = padded_depth<D>(task.depth);
    auto* const rows = reinterpret_cast<typename D::Activation*>(task.scratch.data());
    auto* to = rows;
    for (std::size_t row = first; row < last; ++row, from += task.a_stride, to += stride)
      D::widen(from, task.depth, to);
    return {rows, stride};
  } else {
    return {from, task.a_stride};
  }
}

/// kRows rows from `row` on, whose activations are `a`, by kPanels panels from panel `panel` of the strip at `column`.
template <class V, class D, std::size_t kRows, std::size_t kPanels>
void gemm_tile(const Gemm& task, Activations<D> a, std::size_t row, std::size_t column, std::size_t panel,
               Strip<std::int32_t>& strip) {
  const std::size_t panel_bytes = padded_depth<D>(task.depth) * kPanel;
  const auto* weights =
      reinterpret_cast<const std::int8_t*>(task.weights.data()) + (column / kPanel + panel) * panel_bytes;
  const std::int32_t* offsets = task.offsets.data() + column + panel * kPanel;
  typename V::Integers sums[kRows][kPanels][2];
  for (auto& row_sums : sums) {
    for (std::size_t p = 0; p < kPanels; ++p) {
      row_sums[p][0] = V::load(offsets + p * kPanel);
      row_sums[p][1] = V::load(offsets + p * kPanel + 4);
    }
  }
  const auto* block = a.first;
  const auto step = [&](const auto& load) {
    typename V::Integers x[kRows];
    for (std::size_t r = 0; r < kRows; ++r) x[r] = load(block + r * a.stride);
    for (std::size_t p = 0; p < kPanels; ++p) {
      const auto left = D::load(weights + p * panel_bytes);
      const auto right = D::load(weights + p * panel_bytes + 4 * D::kBlock);
      for (std::size_t r = 0; r < kRows; ++r) {
        sums[r][p][0] = D::dot(sums[r][p][0], left, x[r]);
        sums[r][p][1] = D::dot(sums[r][p][1], right, x[r]);
      }
    }
  };
  const std::size_t rest = kWidens<D> ? 0 : task.depth % D::kBlock;
  const auto* const end = block + (kWidens<D> ? a.stride : task.depth - rest);
  for (; block != end; block += D::kBlock, weights += D::kBlock * kPanel) step(D::load_splat);
  if constexpr (!kWidens<D>) {
    if (rest) step([rest](const std::uint8_t* from) { return D::load_splat_some(from, rest); });
  }
  finish_tile<V>(task, sums, row, column, panel, strip);
}

template <class V, class D>
void gemm(const Gemm& task) {
  for_each_tile<V>(task, gemm_block<D>(task.depth), [&](std::size_t first, std::size_t last) {
    return [&task, first, a = activations<D>(task, first, last)]<std::size_t kRows, std::size_t kPanels>(
               std::size_t row, std::size_t column, std::size_t panel, Strip<std::int32_t>& strip) {
      const Activations<D> rows{a.first + (row - first) * a.stride, a.stride};
      gemm_tile<V, D, kRows, kPanels>(task, rows, row, column, panel, strip);
    };
  });
}

}  // namespace sentibyte::kernels::generic
