/// Self-attention of one text: softmax(q k^T / sqrt(d)) v for each head.
#pragma once

#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

struct Attention {
  /// [tokens, 3 width]: queries, keys and values side by side, each of `heads` parts of width / heads.
  std::span<const float> qkv = {};
  size_t tokens = 0;
  size_t width = 0;
  size_t heads = 0;
  Output output = {};  // [tokens, width]
  /// `attention_scratch_bytes` (the same version's, for the integer kernel), aligned to 16.
  std::span<std::byte> scratch = {};
};

/// In float32 throughout.
SENTIBYTE_KERNEL(size_t, attention_scratch_bytes, size_t tokens, size_t width, size_t heads)
SENTIBYTE_KERNEL(void, attention, const Attention& task)

/// For the integer engine: queries, keys, values and softmax weights as 16-bit integers with scales found from the
/// text itself, exact int32 sums; several times as fast, with an error below that of one u7 step.
SENTIBYTE_KERNEL(size_t, attention_i16_scratch_bytes, size_t tokens, size_t width, size_t heads)
SENTIBYTE_KERNEL(void, attention_i16, const Attention& task)

}  // namespace sentibyte::kernels
