/// Attention in float32 over the vector wrapper and the float GEMM.
#pragma once

#include <algorithm>

#include "kernels/attention/attention.h"
#include "kernels/gemm_float/gemm_float.h"
#include "kernels/softmax/generic.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels::generic {

/// Rows of scores at work at a time: few enough to stay in the first cache.
inline constexpr std::size_t kQueries = 16;

struct FloatAttentionScratch {
  std::size_t keys;  // elements
  std::size_t values;
  std::size_t scores;
  std::size_t sums;

  FloatAttentionScratch(std::size_t tokens, std::size_t width, std::size_t heads)
      : keys(gemm_float_packed_size(tokens, width / heads)),
        values(gemm_float_packed_size(width / heads, tokens)),
        scores(kQueries * padded_columns(tokens)),
        sums(kQueries * padded_columns(width / heads)) {}
  std::size_t bytes() const { return (keys + values + scores + sums) * sizeof(float); }
};

/// [tokens, depth] rows `stride` apart into the panels of their transpose.
template <class V>
void pack_transposed(const float* from, std::size_t stride, std::size_t tokens, std::size_t depth, float* to) {
  for (std::size_t column = 0; column < depth; column += kPanel) {
    const std::size_t count = std::min(kPanel, depth - column);
    for (std::size_t token = 0; token < tokens; ++token, to += kPanel) {
      const auto pair = vector::load_pair<V>(from + token * stride + column, count);
      V::store(to, pair.low);
      V::store(to + 4, pair.high);
    }
  }
}

template <class V, class Multiply>
void attention_head(const Attention& task, std::size_t head, std::size_t part, std::size_t count, Multiply multiply) {
  const std::size_t tokens = task.tokens;
  const std::size_t depth = task.width / task.heads;
  const std::size_t stride = 3 * task.width;
  const FloatAttentionScratch sizes(tokens, task.width, task.heads);
  const std::span<float> work(reinterpret_cast<float*>(task.scratch.data()), sizes.bytes() / sizeof(float));
  const auto keys = work.first(sizes.keys);
  const auto values = work.subspan(sizes.keys, sizes.values);
  const auto scores = work.subspan(sizes.keys + sizes.values, sizes.scores);
  const auto sums = work.last(sizes.sums);

  const auto queries = task.qkv.subspan(head * depth);
  if (part == 0) {
    gemm_float_pack(queries.subspan(task.width), stride, tokens, depth, keys);
    pack_transposed<V>(queries.data() + 2 * task.width, stride, tokens, depth, values.data());
  }
  const float scale = 1.0F / V::first(V::sqrt(V::splat(static_cast<float>(depth))));
  const std::size_t score_stride = padded_columns(tokens);
  const std::size_t sum_stride = padded_columns(depth);

  const std::size_t end = std::min(tokens, (part + count) * kAttentionQueries);
  for (std::size_t first = part * kAttentionQueries; first < end; first += kQueries) {
    const std::size_t rows = std::min(kQueries, end - first);
    GemmFloat product{.a = queries.subspan(first * stride),
                      .a_stride = stride,
                      .rows = rows,
                      .columns = tokens,
                      .depth = depth,
                      .weights = keys,
                      .bias = {},
                      .output = {}};
    product.output = {.real = scores.data(), .real_stride = score_stride};
    multiply(product);
    float totals[kQueries];
    for (std::size_t row = 0; row < rows; ++row) {
      totals[row] = exponentials<V>(scores.subspan(row * score_stride, tokens), scale);
    }
    product = {.a = scores,
               .a_stride = score_stride,
               .rows = rows,
               .columns = depth,
               .depth = tokens,
               .weights = values,
               .bias = {},
               .output = {}};
    product.output = {.real = sums.data(), .real_stride = sum_stride};
    multiply(product);
    for (std::size_t row = 0; row < rows; ++row) {
      const auto factor = V::splat(1.0F / totals[row]);
      for (std::size_t column = 0; column < depth; column += 8) {
        const std::size_t count = std::min<std::size_t>(8, depth - column);
        const auto pair = vector::load_pair<V>(sums.data() + row * sum_stride + column, count);
        vector::write<V>(task.output, first + row, head * depth + column, V::mul(pair.low, factor),
                         V::mul(pair.high, factor), count);
      }
    }
  }
}

template <class V, class Multiply>
void attention(const Attention& task, Multiply multiply) {
  for_each_head(task, [&](std::size_t head, std::size_t part, std::size_t count) {
    attention_head<V>(task, head, part, count, multiply);
  });
}

}  // namespace sentibyte::kernels::generic
