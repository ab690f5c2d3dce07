/// Attention of one head, one number at a time.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "kernels/reference/rows.h"

namespace sentibyte::kernels::reference {

/// [tokens, depth].
struct Head {
  std::size_t tokens;
  std::size_t depth;
  std::vector<float> queries, keys, values;
};

/// In float32: sums over the depth, and over the tokens, in order.
inline std::vector<float> attention(const Head& head) {
  const auto& [tokens, depth, queries, keys, values] = head;
  const float scale = 1.0F / std::sqrt(static_cast<float>(depth));
  std::vector<float> out;
  for (std::size_t token = 0; token < tokens; ++token) {
    std::vector<float> weights(tokens);
    for (std::size_t other = 0; other < tokens; ++other) {
      for (std::size_t i = 0; i < depth; ++i) weights[other] += queries[token * depth + i] * keys[other * depth + i];
    }
    const float factor = 1.0F / exponentials(weights, scale);
    for (std::size_t i = 0; i < depth; ++i) {
      float sum = 0;
      for (std::size_t other = 0; other < tokens; ++other) sum += weights[other] * values[other * depth + i];
      out.push_back(sum * factor);
    }
  }
  return out;
}

/// The largest magnitude of `count` floats that lie `stride` apart, at least 1e-30.
inline float largest_magnitude(const float* x, std::size_t count, std::size_t stride) {
  float most = 1e-30F;
  for (std::size_t i = 0; i < count; ++i) most = std::max(most, std::abs(x[i * stride]));
  return most;
}

/// What is no number becomes -limit.
inline std::int32_t code_of(float scaled, float limit) {
  return static_cast<std::int32_t>(std::isnan(scaled) ? -limit : std::nearbyint(scaled));
}

/// [tokens, depth] as integers: the largest magnitude of each column becomes `limit`; `steps` says what 1 is worth.
inline std::vector<std::int32_t> quantize_columns(const std::vector<float>& x, std::size_t tokens, std::size_t depth,
                                                  float limit, std::vector<float>& steps) {
  std::vector<std::int32_t> out(x.size());
  for (std::size_t i = 0; i < depth; ++i) {
    const float largest = largest_magnitude(x.data() + i, tokens, depth);
    steps.push_back(largest * (1.0F / limit));
    for (std::size_t at = i; at < x.size(); at += depth) {
      out[at] = code_of(x[at] * (limit / largest), limit);
    }
  }
  return out;
}

/// What a key or a value becomes at most: the sum of `terms` products with a u7 stays below 2^31.
inline float limit_of(std::size_t terms) {
  return static_cast<float>(std::min<std::size_t>(127, 0x7fffffff / 127 / terms));
}

/// For the integer engine. A column of keys or of values has a scale, and so has a query; the keys' scales are put into
/// the queries. Weights are powers of two in steps of 1/127.
inline std::vector<float> attention_i8(const Head& head) {
  const auto& [tokens, depth, queries, keys, values] = head;
  constexpr float kQueryLimit = 63;
  std::vector<float> key_steps;
  std::vector<float> value_steps;
  const auto k = quantize_columns(keys, tokens, depth, limit_of(depth), key_steps);
  const auto v = quantize_columns(values, tokens, depth, limit_of(tokens), value_steps);
  const float scale = 1.44269504088896341F / std::sqrt(static_cast<float>(depth));  // to logarithms of base 2
  std::vector<float> out;
  for (std::size_t token = 0; token < tokens; ++token) {
    std::vector<float> query;
    for (std::size_t i = 0; i < depth; ++i) query.push_back(queries[token * depth + i] * key_steps[i]);
    const float largest = largest_magnitude(query.data(), depth, 1);
    std::vector<float> scores;
    for (std::size_t other = 0; other < tokens; ++other) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < depth; ++i) {
        sum += code_of(query[i] * (kQueryLimit / largest), kQueryLimit) * k[other * depth + i];
      }
      scores.push_back(static_cast<float>(sum));
    }
    const float top = *std::max_element(scores.begin(), scores.end());
    const float step = largest * (scale / kQueryLimit);
    std::vector<std::int32_t> weights;
    std::int32_t total = 0;
    for (const float score : scores) {
      weights.push_back(static_cast<std::int32_t>(std::nearbyint(exp2_times_127((score - top) * step))));
      total += weights.back();
    }
    for (std::size_t i = 0; i < depth; ++i) {
      std::int32_t sum = 0;
      for (std::size_t other = 0; other < tokens; ++other) sum += weights[other] * v[other * depth + i];
      out.push_back(static_cast<float>(sum) * value_steps[i] * (1.0F / static_cast<float>(total)));
    }
  }
  return out;
}

}  // namespace sentibyte::kernels::reference
