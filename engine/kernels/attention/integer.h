/// Attention with 16-bit integers over the vector wrapper.
///
/// Queries, keys and values of a head are scaled to integers of at most `limit`, chosen so that no int32 sum
/// overflows: depth * limit^2 < 2^31 for the scores, tokens * limit * 2^bits < 2^31 for the weighted sum. Weights of a
/// row are 2^(score - max), scores scaled by log2 e, in steps of 2^-bits, and are normalised by their own sum, so that
/// rounding does not bias them.
#pragma once

#include <algorithm>

#include "kernels/attention/attention.h"
#include "kernels/gemm/gemm.h"
#include "kernels/simd/write.h"
#include "kernels/softmax/generic.h"

namespace sentibyte::kernels::generic {

inline constexpr size_t kQueryTile = 4;

/// The largest integer that, times `other` (itself where 0) and `terms` times, stays below 2^31; 16383 at most.
constexpr int32_t largest_integer(size_t terms, uint64_t other = 0) {
  uint64_t limit = 16383;
  while (limit * (other ? other : limit) * terms > 0x7fffffffu) limit = limit * 63 / 64;
  return static_cast<int32_t>(limit);
}

/// 2^bits is what the largest weight of a row becomes: as much as leaves the values ten bits.
constexpr int32_t weight_bits(size_t terms) {
  int32_t bits = 13;
  while (bits > 1 && (uint64_t{1023} << bits) * terms > 0x7fffffffu) --bits;
  return bits;
}

struct IntegerAttention {
  size_t tokens;
  size_t depth;
  size_t even_tokens;  // rounded up to two: pairs
  size_t even_depth;
  size_t key_columns;  // rounded up to a panel
  size_t value_columns;

  IntegerAttention(size_t tokens_, size_t width, size_t heads)
      : tokens(tokens_),
        depth(width / heads),
        even_tokens((tokens + 1) / 2 * 2),
        even_depth((depth + 1) / 2 * 2),
        key_columns(padded_columns(tokens)),
        value_columns(padded_columns(depth)) {}

  size_t score_bytes() const { return kQueryTile * key_columns * sizeof(float); }
  size_t row_elements() const { return key_columns * even_depth; }       // queries; keys before packing
  size_t key_elements() const { return key_columns * even_depth; }       // panels [pairs][8][2]
  size_t value_elements() const { return value_columns * even_tokens; }  // panels [pairs][8][2]
  size_t weight_elements() const { return kQueryTile * key_columns; }
  size_t bytes() const {
    return score_bytes() +
           (2 * row_elements() + key_elements() + value_elements() + weight_elements()) * sizeof(int16_t);
  }
};

/// Largest magnitude in [tokens, depth] rows `stride` apart.
template <class V>
float magnitude(const float* x, size_t stride, size_t tokens, size_t depth) {
  using U = simd::Wide<V>;
  const auto zero = V::splat(0.0f);
  auto four = zero;
  auto sixteen = U::splat(0.0f);
  for (size_t token = 0; token < tokens; ++token, x += stride) {
    size_t i = 0;
    for (; i + 16 <= depth; i += 16) {
      const auto value = U::load(x + i);
      sixteen = U::max(sixteen, U::max(value, U::sub(U::splat(0.0f), value)));
    }
    for (; i < depth; i += 4) {
      const auto value = i + 4 <= depth ? V::load(x + i) : V::load_some(x + i, depth - i);
      four = V::max(four, V::max(value, V::sub(zero, value)));
    }
  }
  const auto& part = sixteen.part;
  return V::largest(V::max(four, V::max(V::max(part[0], part[1]), V::max(part[2], part[3]))));
}

/// What to multiply a float with to get its integer, and back.
struct Step {
  float inverse;
  float size;
  Step(float largest, int32_t limit)
      : inverse(largest > 0 ? static_cast<float>(limit) / largest : 0.0f), size(largest / static_cast<float>(limit)) {}
};

/// Rows of 16-bit integers, `even_depth` apart.
template <class V>
void quantize_rows(const float* x, size_t stride, const IntegerAttention& shape, Step step, int32_t limit,
                   int16_t* to) {
  const float reach = static_cast<float>(limit);
  const auto inverse = V::splat(step.inverse);
  for (size_t token = 0; token < shape.tokens; ++token, x += stride, to += shape.even_depth) {
    for (size_t i = 0; i < shape.depth; i += 8) {
      const size_t count = std::min<size_t>(8, shape.depth - i);
      const auto pair = simd::load_pair<V>(x + i, count);
      const auto low = simd::round<V>(V::mul(pair.low, inverse), reach);
      const auto high = simd::round<V>(V::mul(pair.high, inverse), reach);
      if (count == 8) {
        V::store_i16(to + i, low, high);
      } else {
        int16_t all[8];
        V::store_i16(all, low, high);
        std::copy_n(all, std::min<size_t>(8, shape.even_depth - i), to + i);
      }
    }
  }
}

/// Rows into panels of eight keys: [pairs][8][2].
template <class V>
void pack_keys(const int16_t* rows, const IntegerAttention& shape, int16_t* to) {
  const size_t pairs = shape.even_depth / 2;
  auto* out = reinterpret_cast<int32_t*>(to);
  for (size_t first = 0; first < shape.tokens; first += kPanel, out += kPanel * pairs) {
    const size_t count = std::min(kPanel, shape.tokens - first);
    if (count < kPanel) std::fill_n(out, kPanel * pairs, 0);
    for (size_t i = 0; i < count; ++i) {
      const int16_t* row = rows + (first + i) * shape.even_depth;
      for (size_t pair = 0; pair < pairs; ++pair) std::memcpy(&out[pair * kPanel + i], row + 2 * pair, 4);
    }
  }
}

/// Two tokens side by side for each of eight columns: [pairs][8][2].
template <class V>
void pack_values(const float* x, size_t stride, const IntegerAttention& shape, Step step, int32_t limit, int16_t* to) {
  const float reach = static_cast<float>(limit);
  const auto inverse = V::splat(step.inverse);
  auto* out = reinterpret_cast<int32_t*>(to);
  const simd::Pair<V> zeros{V::splat(0.0f), V::splat(0.0f)};
  for (size_t column = 0; column < shape.depth; column += kPanel) {
    const size_t count = std::min(kPanel, shape.depth - column);
    for (size_t token = 0; token < shape.tokens; token += 2, out += kPanel) {
      const float* from = x + token * stride + column;
      const auto even = simd::load_pair<V>(from, count);
      const auto odd = token + 1 < shape.tokens ? simd::load_pair<V>(from + stride, count) : zeros;
      const auto join = [&](auto a, auto b) {
        return V::pair_i16(simd::round<V>(V::mul(a, inverse), reach), simd::round<V>(V::mul(b, inverse), reach));
      };
      V::store(out, join(even.low, odd.low));
      V::store(out + 4, join(even.high, odd.high));
    }
  }
}

/// kRows rows of `pairs` pairs by one panel, scaled and handed to `write(row, low, high)`.
template <class V, size_t kRows, class Write>
void tile_i16(const int16_t* a, size_t stride, const int16_t* panel, size_t pairs, Write write) {
  typename V::Integers low[kRows];
  typename V::Integers high[kRows];
  for (size_t r = 0; r < kRows; ++r) low[r] = high[r] = V::splat(int32_t{0});
  for (size_t pair = 0; pair < pairs; ++pair, panel += 2 * kPanel) {
    const auto left = V::load_i16(panel);
    const auto right = V::load_i16(panel + kPanel);
    for (size_t r = 0; r < kRows; ++r) {
      const auto x = V::load_splat_i16(a + r * stride + 2 * pair);
      low[r] = V::dot_i16(low[r], x, left);
      high[r] = V::dot_i16(high[r], x, right);
    }
  }
  for (size_t r = 0; r < kRows; ++r) write(r, low[r], high[r]);
}

/// One row of scores (logarithms to the base 2) into integers of at most 2^bits; returns their sum.
template <class V>
int32_t integer_weights(std::span<const float> scores, int32_t bits, size_t even_tokens, int16_t* to) {
  using U = simd::Wide<V>;
  const float top = largest<V>(scores);
  const auto weigh = [=]<class W>(typename W::Floats score) __attribute__((always_inline)) {
    return simd::low_bits<W>(simd::exp2_coarse<W>(W::sub(score, W::splat(top)), bits));
  };
  auto sums = V::splat(int32_t{0});
  const size_t whole = V::kInterleaves ? scores.size() / 16 * 16 : 0;
  for (size_t i = 0; i < whole; i += 16) {
    const auto w = weigh.template operator()<U>(U::load(scores.data() + i));
    sums = V::add(sums, V::add(V::add(w.part[0], w.part[1]), V::add(w.part[2], w.part[3])));
    V::store_i16(to + i, w.part[0], w.part[1]);
    V::store_i16(to + i + 8, w.part[2], w.part[3]);
  }
  auto total = static_cast<uint32_t>(V::sum(sums));  // wraps if a score was no number
  for (size_t i = whole; i < scores.size(); i += 8) {
    const size_t count = std::min<size_t>(8, scores.size() - i);
    const auto pair = simd::load_pair<V>(scores.data() + i, count);
    int16_t all[8];
    V::store_i16(all, weigh.template operator()<V>(pair.low), weigh.template operator()<V>(pair.high));
    std::copy_n(all, count, to + i);
    for (size_t k = 0; k < count; ++k) total += static_cast<uint32_t>(all[k]);
  }
  if (even_tokens > scores.size()) to[scores.size()] = 0;
  return static_cast<int32_t>(total);
}

template <class V>
struct HeadBuffers {
  float* scores;
  int16_t* queries;
  int16_t* rows;
  int16_t* keys;
  int16_t* values;
  int16_t* weights;

  HeadBuffers(std::span<std::byte> scratch, const IntegerAttention& shape)
      : scores(reinterpret_cast<float*>(scratch.data())),
        queries(reinterpret_cast<int16_t*>(scratch.data() + shape.score_bytes())),
        rows(queries + shape.row_elements()),
        keys(rows + shape.row_elements()),
        values(keys + shape.key_elements()),
        weights(values + shape.value_elements()) {}
};

template <class V, size_t kRows>
void attend_rows(const Attention& task, const IntegerAttention& shape, const HeadBuffers<V>& at, size_t head,
                 size_t first, float score_step, float value_step, int32_t bits) {
  const auto step = V::splat(score_step);
  for (size_t column = 0; column < shape.tokens; column += kPanel) {
    tile_i16<V, kRows>(at.queries + first * shape.even_depth, shape.even_depth, at.keys + column * shape.even_depth,
                       shape.even_depth / 2, [&](size_t row, auto low, auto high) {
                         float* to = at.scores + row * shape.key_columns + column;
                         V::store(to, V::mul(V::convert(low), step));
                         V::store(to + 4, V::mul(V::convert(high), step));
                       });
  }
  float factors[kRows];
  for (size_t row = 0; row < kRows; ++row) {
    const int32_t total = integer_weights<V>({at.scores + row * shape.key_columns, shape.tokens}, bits,
                                             shape.even_tokens, at.weights + row * shape.key_columns);
    factors[row] = value_step / static_cast<float>(total);
  }
  for (size_t column = 0; column < shape.depth; column += kPanel) {
    tile_i16<V, kRows>(at.weights, shape.key_columns, at.values + column * shape.even_tokens, shape.even_tokens / 2,
                       [&](size_t row, auto low, auto high) {
                         const auto factor = V::splat(factors[row]);
                         simd::write<V>(task.output, first + row, head * shape.depth + column,
                                        V::mul(V::convert(low), factor), V::mul(V::convert(high), factor),
                                        std::min(kPanel, shape.depth - column));
                       });
  }
}

template <class V>
void attention_i16(const Attention& task) {
  const IntegerAttention shape(task.tokens, task.width, task.heads);
  const HeadBuffers<V> at(task.scratch, shape);
  const size_t stride = 3 * task.width;
  const int32_t score_limit = largest_integer(shape.even_depth);
  const int32_t bits = weight_bits(shape.even_tokens);
  const int32_t value_limit = largest_integer(shape.even_tokens, uint64_t{1} << bits);
  // log2(e) / sqrt(depth): scores become logarithms to the base 2.
  const float scale = 1.44269504088896341f / V::first(V::sqrt(V::splat(static_cast<float>(shape.depth))));
  for (size_t head = 0; head < task.heads; ++head) {
    const float* queries = task.qkv.data() + head * shape.depth;
    const float* keys = queries + task.width;
    const float* values = keys + task.width;
    const auto step_of = [&](const float* x, int32_t limit) {
      return Step(magnitude<V>(x, stride, shape.tokens, shape.depth), limit);
    };
    const Step query = step_of(queries, score_limit);
    const Step key = step_of(keys, score_limit);
    const Step value = step_of(values, value_limit);
    quantize_rows<V>(queries, stride, shape, query, score_limit, at.queries);
    quantize_rows<V>(keys, stride, shape, key, score_limit, at.rows);
    pack_keys<V>(at.rows, shape, at.keys);
    pack_values<V>(values, stride, shape, value, value_limit, at.values);
    const float score_step = query.size * key.size * scale;

    size_t first = 0;
    for (; first + 4 <= task.tokens; first += 4) {
      attend_rows<V, 4>(task, shape, at, head, first, score_step, value.size, bits);
    }
    for (; first < task.tokens; ++first) {
      attend_rows<V, 1>(task, shape, at, head, first, score_step, value.size, bits);
    }
  }
}

}  // namespace sentibyte::kernels::generic
