/// What the integers of attention/int8.h become at most, and where they lie in scratch.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace sentibyte::kernels::generic {

/// Queries at work at a time: their sums over a panel fill eight vectors.
inline constexpr size_t kQueryTile = 4;

inline constexpr float kQueryLimit = 63;  // with an offset of 64, a u7

/// A magnitude below this counts as this: then no step is zero and no inverse infinite.
inline constexpr float kLeast = 1e-30f;

/// What keys or values become at most: |sum of `terms` products with a u7| stays below 2^31.
constexpr int32_t largest_integer(size_t terms) {
  return static_cast<int32_t>(std::clamp<size_t>(0x7fffffff / 127 / terms, 1, 127));
}

constexpr size_t round_up(size_t count, size_t to) { return (count + to - 1) / to * to; }

/// Where the arrays of one head lie in scratch, in bytes. Tokens are filled up to whole tiles, panels and weights.
template <class D>
struct HeadLayout {
  size_t tokens;
  size_t depth;
  size_t row;        // depth, filled up
  size_t padded;     // tokens, filled up
  size_t bytes = 0;  // of all arrays
  size_t scores;
  size_t key_scales;
  size_t value_scales;
  size_t query_scales;
  size_t starts;
  size_t queries;
  size_t keys;
  size_t values;
  size_t weights;
  size_t key;

  HeadLayout(size_t token_count, size_t head_depth)
      : tokens(token_count), depth(head_depth), row(round_up(head_depth, 8)), padded(round_up(token_count, 16)) {
    constexpr size_t kElement = sizeof(typename D::Element);
    const auto take = [this](size_t count, size_t size) {
      const size_t at = bytes;
      bytes += round_up(count * size, 16);
      return at;
    };
    scores = take(kQueryTile * padded, sizeof(float));
    key_scales = take(2 * row, sizeof(float));
    value_scales = take(2 * row, sizeof(float));
    query_scales = take(2 * padded, sizeof(float));
    starts = take(padded, sizeof(int32_t));
    queries = take(padded * row, kElement);
    keys = take(padded * row, kElement);
    values = take(padded * row, kElement);
    weights = take(kQueryTile * padded, kElement);
    key = take(row, kElement);
  }
};

}  // namespace sentibyte::kernels::generic
