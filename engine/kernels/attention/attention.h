/// Self-attention of one text: softmax(q k^T / sqrt(d)) v for each head.
#pragma once

#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

struct Attention {
  /// [tokens, 3 width]: queries, keys and values side by side, each of `heads` parts of width / heads.
  std::span<const float> qkv = {};
  std::size_t tokens = 0;
  std::size_t width = 0;
  std::size_t heads = 0;
  Output output = {};  // [tokens, width]
  /// `attention_scratch_bytes` (the same version's, for the integer kernel), aligned to 16.
  std::span<std::byte> scratch = {};
};

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
