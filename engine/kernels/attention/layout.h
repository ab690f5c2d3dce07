/// What the integers of attention/int8.h become at most, and where they lie in scratch.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "kernels/attention/attention.h"

namespace sentibyte::kernels::generic {

/// Queries at work at a time: their sums over a panel fill eight vectors.
inline constexpr std::size_t kQueryTile = kAttentionQueries;

inline constexpr float kQueryLimit = 63;  // with an offset of 64, a u7

/// A magnitude below this counts as this: then no step is zero and no inverse infinite.
inline constexpr float kLeast = 1e-30F;

/// What keys or values become at most: |sum of `terms` products with a u7| stays below 2^31.
constexpr std::int32_t largest_integer(std::size_t terms) {
  return static_cast<std::int32_t>(std::clamp<std::size_t>(0x7fffffff / 127 / terms, 1, 127));
}

constexpr std::size_t round_up(std::size_t count, std::size_t to) { return (count + to - 1) / to * to; }

/// Where the arrays of one head lie in scratch, in bytes. Tokens are filled up to whole tiles, panels and weights.
template <class D>
struct HeadLayout {
  std::size_t tokens;
  std::size_t depth;
  std::size_t row;        // depth, filled up
  std::size_t padded;     // tokens, filled up
  std::size_t bytes = 0;  // of all arrays
  std::size_t scores;
  std::size_t key_scales;
  std::size_t value_scales;
  std::size_t query_scales;
  std::size_t starts;
  std::size_t queries;
  std::size_t keys;
  std::size_t values;
  std::size_t weights;
  std::size_t key;

  HeadLayout(std::size_t token_count, std::size_t head_depth)
      : tokens(token_count), depth(head_depth), row(round_up(head_depth, 8)), padded(round_up(token_count, 16)) {
    constexpr std::size_t kElement = sizeof(typename D::Element);
    const auto take = [this](std::size_t count, std::size_t size) {
      const std::size_t at = bytes;
      bytes += round_up(count * size, 16);
      return at;
    };
    scores = take(kQueryTile * padded, sizeof(float));
    key_scales = take(2 * row, sizeof(float));
    value_scales = take(2 * row, sizeof(float));
    query_scales = take(2 * padded, sizeof(float));
    starts = take(padded, sizeof(std::int32_t));
    queries = take(padded * row, kElement);
    keys = take(padded * row, kElement);
    values = take(padded * row, kElement);
    weights = take(kQueryTile * padded, kElement);
    key = take(row, kElement);
  }
};

}  // namespace sentibyte::kernels::generic
