/// Self-attention of one text: softmax(q k^T / sqrt(d)) v for each head.
#pragma once

#include <algorithm>
#include <cstddef>
#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

/// Queries of a head that are the least part of attention.
inline constexpr std::size_t kAttentionQueries = 4;

/// Parts of one head; those of the second follow those of the first.
constexpr std::size_t attention_parts(std::size_t tokens) {
  return (tokens + kAttentionQueries - 1) / kAttentionQueries;
}

struct Attention {
  /// [tokens, 3 width]: queries, keys and values side by side, each of `heads` parts of width / heads.
  std::span<const float> qkv = {};
  std::size_t tokens = 0;
  std::size_t width = 0;
  std::size_t heads = 0;
  Output output = {};  // [tokens, width]
  /// The parts to do. Those of a head after its first find in scratch what the one before left there.
  std::size_t first = 0;
  std::size_t count = 0;
  /// `attention_scratch_bytes` (the same version's, for the integer kernel), aligned to 16.
  std::span<std::byte> scratch = {};
};

/// `of_head(head, first, count)` for each head of which the task has parts.
template <class OfHead>
void for_each_head(const Attention& task, const OfHead& of_head) {
  const std::size_t parts = attention_parts(task.tokens);
  std::size_t head = task.first / parts;
  std::size_t first = task.first % parts;
  for (std::size_t left = task.count; left > 0; ++head, first = 0) {
    const std::size_t count = std::min(left, parts - first);
    of_head(head, first, count);
    left -= count;
  }
}

/// In float32 throughout.
SENTIBYTE_KERNEL(std::size_t, attention_scratch_bytes, std::size_t tokens, std::size_t width, std::size_t heads)
SENTIBYTE_KERNEL(void, attention, const Attention& task)

/// For the integer engine: queries in 7 bits, keys, values in 8 and softmax weights in 7. Scales are found from the
/// text itself, sums are exact. Rounding queries and keys moves a score by about as much as the rounding of the u7
/// activations that they were made from; rounding moves a weight by at most 1/254 of the row's largest.
SENTIBYTE_KERNEL_RELAXED(std::size_t, attention_i8_scratch_bytes, std::size_t tokens, std::size_t width,
                         std::size_t heads)
SENTIBYTE_KERNEL_RELAXED(void, attention_i8, const Attention& task)

}  // namespace sentibyte::kernels
