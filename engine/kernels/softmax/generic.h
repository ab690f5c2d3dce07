/// Softmax over the vector wrapper, in the two halves that attention uses too.
#pragma once

#include <algorithm>
#include <span>

#include "kernels/simd/math.h"
#include "kernels/softmax/softmax.h"

namespace sentibyte::kernels::generic {

template <class V>
float largest(std::span<const float> row) {
  if (row.size() < 4) return *std::max_element(row.begin(), row.end());
  auto best = V::load(row.data());
  size_t i = 4;
  for (; i + 4 <= row.size(); i += 4) best = V::max(best, V::load(row.data() + i));
  float result = V::largest(best);
  for (; i < row.size(); ++i) result = result < row[i] ? row[i] : result;
  return result;
}

/// row = e^((row - max) * scale), scale > 0; returns the sum.
template <class V>
float exponentials(std::span<float> row, float scale) {
  const auto top = V::splat(largest<V>(row));
  const auto factor = V::splat(scale);
  auto sums = V::splat(0.0f);
  size_t i = 0;
  for (; i + 4 <= row.size(); i += 4) {
    const auto e = simd::exp<V>(V::mul(V::sub(V::load(row.data() + i), top), factor));
    V::store(row.data() + i, e);
    sums = V::add(sums, e);
  }
  if (const size_t tail = row.size() - i) {
    const auto e = simd::exp<V>(V::mul(V::sub(V::load_some(row.data() + i, tail), top), factor));
    V::store_some(row.data() + i, e, tail);
    sums = V::add(sums, V::load_some(row.data() + i, tail));  // zero beyond the row
  }
  return V::sum(sums);
}

template <class V>
void softmax(std::span<float> row) {
  const float factor = 1.0f / exponentials<V>(row, 1.0f);
  size_t i = 0;
  for (; i + 4 <= row.size(); i += 4) V::store(row.data() + i, V::mul(V::load(row.data() + i), V::splat(factor)));
  for (; i < row.size(); ++i) row[i] *= factor;
}

}  // namespace sentibyte::kernels::generic
