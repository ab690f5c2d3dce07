/// Padding, then the GEMM of the same version.
#pragma once

#include <algorithm>

#include "kernels/conv1d/conv1d.h"

namespace sentibyte::kernels::generic {

constexpr std::size_t round_up_16(std::size_t bytes) { return (bytes + 15) / 16 * 16; }

constexpr std::size_t conv1d_padded_bytes(std::size_t tokens, std::size_t width, std::size_t size) {
  return round_up_16((tokens + size - 1) * width);
}

template <class GemmScratch>
std::size_t conv1d_scratch_bytes(std::size_t tokens, std::size_t width, std::size_t size,
                                 GemmScratch gemm_scratch_bytes) {
  return conv1d_padded_bytes(tokens, width, size) + gemm_scratch_bytes(size * width);
}

template <class Element>
void pad(std::span<const Element> x, std::size_t margin, Element padding, std::span<Element> out) {
  std::fill_n(out.begin(), margin, padding);
  std::copy(x.begin(), x.end(), out.begin() + static_cast<std::ptrdiff_t>(margin));
  std::fill(out.begin() + static_cast<std::ptrdiff_t>(margin + x.size()), out.end(), padding);
}

template <class GemmFunction>
void conv1d(const Conv1d& task, GemmFunction run) {
  const std::size_t bytes = (task.tokens + task.size - 1) * task.width;
  const std::span padded(reinterpret_cast<std::uint8_t*>(task.scratch.data()), bytes);
  if (task.first == 0) {
    pad<std::uint8_t>(task.x.first(task.tokens * task.width), (task.size - 1) / 2 * task.width, task.zero_point,
                      padded);
  }
  Gemm gemm = task.gemm;
  gemm.a = padded.subspan(task.first * task.width);
  gemm.a_stride = task.width;
  gemm.rows = task.rows;
  gemm.depth = task.size * task.width;
  gemm.scratch = task.scratch.subspan(conv1d_padded_bytes(task.tokens, task.width, task.size));
  run(gemm);
}

template <class GemmFunction>
void conv1d_float(const Conv1dFloat& task, GemmFunction run) {
  const std::span padded = task.scratch.first(conv1d_float_scratch_size(task.tokens, task.width, task.size));
  if (task.first == 0) {
    pad<float>(task.x.first(task.tokens * task.width), (task.size - 1) / 2 * task.width, 0.0F, padded);
  }
  GemmFloat gemm = task.gemm;
  gemm.a = padded.subspan(task.first * task.width);
  gemm.a_stride = task.width;
  gemm.rows = task.rows;
  gemm.depth = task.size * task.width;
  run(gemm);
}

}  // namespace sentibyte::kernels::generic
