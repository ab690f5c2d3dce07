/// Attention with 8-bit integers over the vector wrapper `V` and a dot product `D`.
///
/// `D` says how integers of at most 8 bits are stored and multiplied: as pairs of 16 bits (attention/pairs.h) or as
/// quads of bytes (relaxed.cc). The integers, and so the exact int32 sums, are the same. Keys and values have one scale
/// per column. That of the keys is put into the queries, so that only these have one per token. The weights of a row
/// are 2^(score - max), scores scaled by log2 e, in steps of 1/127, and are normalised by their own sum, so that
/// rounding does not bias them.
#pragma once

#include <algorithm>
#include <cstring>
#include <limits>

#include "kernels/attention/attention.h"
#include "kernels/attention/layout.h"
#include "kernels/gemm/gemm.h"
#include "kernels/softmax/generic.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels::generic {

/// What an integer is worth, and what to multiply a float with to get its integer.
struct Scales {
  float* steps;
  float* inverses;
};

template <class V, class D>
class HeadAttention {
 public:
  using Element = typename D::Element;
  using Floats = typename V::Floats;
  using Integers = typename V::Integers;

  HeadAttention(const Attention& task, const HeadLayout<D>& layout)
      : task_(task),
        tokens_(layout.tokens),
        depth_(layout.depth),
        row_(layout.row),
        padded_(layout.padded),
        scores_(at<float>(layout.scores)),
        key_scales_{at<float>(layout.key_scales), at<float>(layout.key_scales) + row_},
        value_scales_{at<float>(layout.value_scales), at<float>(layout.value_scales) + row_},
        query_scales_{at<float>(layout.query_scales), at<float>(layout.query_scales) + padded_},
        starts_(at<std::int32_t>(layout.starts)),
        queries_(at<Element>(layout.queries)),
        keys_(at<Element>(layout.keys)),
        values_(at<Element>(layout.values)),
        weights_(at<Element>(layout.weights)),
        key_(at<Element>(layout.key)) {}

  void run(std::size_t head, std::size_t part, std::size_t count) {
    if (part == 0) pack(task_.qkv.data() + head * depth_);
    const std::size_t end = std::min(tokens_, (part + count) * kQueryTile);
    for (std::size_t first = part * kQueryTile; first < end; first += kQueryTile) attend(head, first);
  }

 private:
  void pack(const float* queries) {
    pack_keys(queries + task_.width);
    pack_queries(queries);
    pack_values(queries + 2 * task_.width);
  }

  template <class T>
  T* at(std::size_t offset) const {
    return reinterpret_cast<T*>(task_.scratch.data() + offset);
  }
  std::size_t stride() const { return 3 * task_.width; }
  std::size_t columns(std::size_t first) const { return std::min(kPanel, depth_ - first); }

  template <class U>
  static typename U::Floats larger(const typename U::Floats& most, const typename U::Floats& x) {
    return U::max(most, U::max(x, U::sub(U::splat(0.0F), x)));
  }
  /// Codes in [-limit, limit]. No finite number leaves them, as a scale follows from the largest magnitude. Infinity
  /// times its scale of 0 is no number, and what is no number becomes -limit: unbounded it would saturate at the 8 or
  /// the 16 bits that a version stores.
  template <class U>
  static typename U::Integers to_codes(const typename U::Floats& scaled, float limit) {
    return vector::low_bits<U>(U::max(U::splat(-limit), scaled));
  }

  /// Scales of the columns of [tokens, depth], whose largest magnitudes become `limit`.
  void scale_columns(const float* x, float limit, Scales to) const {
    vector::for_columns<V>(depth_, [&]<class U>(std::size_t column, auto load) {
      auto most = U::splat(kLeast);
      for (std::size_t token = 0; token < tokens_; ++token) most = larger<U>(most, load(x + token * stride()));
      store_scales<U>(most, limit, 1.0F / limit, to, column);
    });
  }
  template <class U>
  static void store_scales(const typename U::Floats& largest, float limit, float step, Scales to, std::size_t i) {
    U::store(to.steps + i, U::mul(largest, U::splat(step)));
    U::store(to.inverses + i, U::div(U::splat(limit), largest));
  }

  void pack_keys(const float* x) {
    const auto limit = static_cast<float>(largest_integer(depth_));
    scale_columns(x, limit, key_scales_);
    const std::size_t filled = round_up(tokens_, kPanel);
    std::fill_n(keys_ + (filled - kPanel) * row_, kPanel * row_, Element{0});
    for (std::size_t token = 0; token < tokens_; ++token, x += stride()) {
      vector::for_columns<V>(depth_, [&]<class U>(std::size_t column, auto load) {
        const auto scaled = U::mul(load(x), U::load(key_scales_.inverses + column));
        D::store(key_ + column, to_codes<U>(scaled, limit).part);
      });
      Element* panel = keys_ + token / kPanel * kPanel * row_ + token % kPanel * D::kBlock;
      for (std::size_t k = 0; k < row_; k += D::kBlock, panel += kPanel * D::kBlock) std::memcpy(panel, key_ + k, 4);
    }
    // What the offset of the queries adds to each sum is taken off where the sum starts.
    std::fill_n(starts_, filled, 0);
    if constexpr (D::kOffset != 0) {
      const auto zero = V::splat(std::int32_t{0});
      std::fill_n(key_, D::kBlock, Element{D::kOffset});
      for (std::size_t token = 0; token < filled; token += 4) {
        const Element* panel = keys_ + token / kPanel * kPanel * row_ + token % kPanel * D::kBlock;
        auto sum = zero;
        for (std::size_t k = 0; k < row_; k += D::kBlock, panel += kPanel * D::kBlock) {
          sum = D::dot(sum, D::load(panel), D::load_splat(key_));
        }
        V::store(starts_ + token, V::sub(zero, sum));
      }
    }
  }

  void pack_queries(const float* x) {
    for (std::size_t token = 0; token < tokens_; ++token) {
      auto most = V::splat(kLeast);
      vector::for_columns<V>(depth_, [&]<class U>(std::size_t column, auto load) {
        const auto scaled = U::mul(load(x + token * stride()), U::load(key_scales_.steps + column));
        const auto magnitude = larger<U>(U::splat(kLeast), scaled);
        for (const auto& part : magnitude.part) most = V::max(most, part);
      });
      query_scales_.steps[token] = V::largest(most);
    }
    std::fill(query_scales_.steps + tokens_, query_scales_.steps + padded_, kLeast);
    // log2(e) / sqrt(depth): scores become logarithms to the base 2.
    const float scale = 1.44269504088896341F / V::first(V::sqrt(V::splat(static_cast<float>(depth_))));
    for (std::size_t token = 0; token < tokens_; token += 4) {
      store_scales<V>(V::load(query_scales_.steps + token), kQueryLimit, scale / kQueryLimit, query_scales_, token);
    }
    for (std::size_t token = 0; token < tokens_; ++token) {
      vector::for_columns<V>(depth_, [&]<class U>(std::size_t column, auto load) {
        const auto scaled = U::mul(load(x + token * stride()), U::load(key_scales_.steps + column));
        const auto codes = to_codes<U>(U::mul(scaled, U::splat(query_scales_.inverses[token])), kQueryLimit);
        D::store(queries_ + token * row_ + column, U::add(codes, U::splat(D::kOffset)).part);
      });
    }
  }

  void pack_values(const float* x) {
    const auto limit = static_cast<float>(largest_integer(tokens_));
    scale_columns(x, limit, value_scales_);
    const std::size_t filled = round_up(tokens_, D::kBlock);
    vector::for_columns<V>(depth_, [&]<class U>(std::size_t column, auto load) {
      for (std::size_t token = 0; token < tokens_; token += D::kBlock) {
        typename U::Integers rows[D::kBlock];
        for (std::size_t i = 0; i < D::kBlock; ++i) {
          rows[i] = token + i < tokens_
                        ? to_codes<U>(
                              U::mul(load(x + (token + i) * stride()), U::load(value_scales_.inverses + column)), limit)
                        : U::splat(std::int32_t{0});
        }
        for (std::size_t part = 0; part < U::kLanes / 4; ++part) {
          Integers joined[D::kBlock];
          for (std::size_t i = 0; i < D::kBlock; ++i) joined[i] = rows[i].part[part];
          const std::size_t panel = (column + 4 * part) / kPanel * kPanel;
          D::store_joined(values_ + panel * filled + (token * kPanel + part % 2 * 4 * D::kBlock), joined);
        }
      }
    });
  }

  /// A tile of rows, `row_stride` apart, by one panel, from the given starts: handed to `write(row, low, high)`.
  template <class Write>
  static void multiply(const Element* rows, std::size_t row_stride, const Element* panel, std::size_t depth,
                       Integers start_low, Integers start_high, Write write) {
    Integers low[kQueryTile];
    Integers high[kQueryTile];
    for (std::size_t r = 0; r < kQueryTile; ++r) {
      low[r] = start_low;
      high[r] = start_high;
    }
    for (std::size_t k = 0; k < depth; k += D::kBlock, panel += D::kBlock * kPanel) {
      const auto left = D::load(panel);
      const auto right = D::load(panel + 4 * D::kBlock);
      for (std::size_t r = 0; r < kQueryTile; ++r) {
        const auto x = D::load_splat(rows + r * row_stride + k);
        low[r] = D::dot(low[r], left, x);
        high[r] = D::dot(high[r], right, x);
      }
    }
    for (std::size_t r = 0; r < kQueryTile; ++r) write(r, low[r], high[r]);
  }

  /// The queries from `first` on. Of a tile that reaches beyond the last, what is too much is computed and dropped.
  void attend(std::size_t head, std::size_t first) {
    for (std::size_t column = 0; column < tokens_; column += kPanel) {
      multiply(queries_ + first * row_, row_, keys_ + column * row_, row_, V::load(starts_ + column),
               V::load(starts_ + column + 4), [&](std::size_t row, Integers low, Integers high) {
                 V::store(scores_ + row * padded_ + column, V::convert(low));
                 V::store(scores_ + row * padded_ + column + 4, V::convert(high));
               });
    }
    const std::size_t rows = std::min(kQueryTile, tokens_ - first);
    float factors[kQueryTile];
    for (std::size_t row = 0; row < rows; ++row) factors[row] = 1.0F / static_cast<float>(weigh(row, first + row));
    const auto zero = V::splat(std::int32_t{0});
    for (std::size_t column = 0; column < depth_; column += kPanel) {
      const auto step_low = V::load(value_scales_.steps + column);
      const auto step_high = V::load(value_scales_.steps + column + 4);
      multiply(weights_, padded_, values_ + column * round_up(tokens_, D::kBlock), tokens_, zero, zero,
               [&](std::size_t row, Integers low, Integers high) {
                 if (row >= rows) return;
                 const auto factor = V::splat(factors[row]);
                 vector::write<V>(task_.output, first + row, head * depth_ + column,
                                  V::mul(V::mul(V::convert(low), step_low), factor),
                                  V::mul(V::mul(V::convert(high), step_high), factor), columns(column));
               });
    }
  }

  /// Row `row` of the scores, those of query `token`, into u7 weights; returns their sum.
  std::int32_t weigh(std::size_t row, std::size_t token) {
    using U = vector::Wide<V>;
    float* const scores = scores_ + row * padded_;
    Element* const weights = weights_ + row * padded_;
    // Beyond the last token: so low that the weight becomes 0.
    std::fill(scores + tokens_, scores + padded_, std::numeric_limits<float>::lowest());
    const auto top = U::splat(largest<V>({scores, padded_}));
    const auto step = U::splat(query_scales_.steps[token]);
    auto sums = V::splat(std::int32_t{0});
    for (std::size_t i = 0; i < padded_; i += 16) {
      const auto power = U::mul(U::sub(U::load(scores + i), top), step);
      const auto w = vector::low_bits<U>(vector::exp2_times_127<U>(power));
      sums = V::add(sums, V::add(V::add(w.part[0], w.part[1]), V::add(w.part[2], w.part[3])));
      D::store(weights + i, w.part);
    }
    return V::sum(sums);
  }

  const Attention& task_;
  const std::size_t tokens_;
  const std::size_t depth_;
  const std::size_t row_;       // depth_, filled up
  const std::size_t padded_;    // tokens_, filled up
  float* const scores_;         // [kQueryTile][padded_]
  const Scales key_scales_;     // of the columns
  const Scales value_scales_;   // of the columns
  const Scales query_scales_;   // of the tokens; the steps are those of their scores
  std::int32_t* const starts_;  // of the sums of each key
  Element* const queries_;      // [padded_][row_]
  Element* const keys_;         // panels [row_ / kBlock][kPanel][kBlock]
  Element* const values_;       // panels [tokens_ / kBlock][kPanel][kBlock]
  Element* const weights_;      // [kQueryTile][padded_]
  Element* const key_;          // one row
};

template <class V, class D>
void attention_i8(const Attention& task) {
  const HeadLayout<D> layout(task.tokens, task.width / task.heads);
  HeadAttention<V, D> heads(task, layout);
  for_each_head(task, [&](std::size_t head, std::size_t part, std::size_t count) { heads.run(head, part, count); });
}

}  // namespace sentibyte::kernels::generic
