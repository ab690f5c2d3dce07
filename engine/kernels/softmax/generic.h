/// Softmax over the vector wrapper, in the two halves that attention uses too.
#pragma once

#include <algorithm>
#include <span>

#include "kernels/softmax/softmax.h"
#include "kernels/vector/group.h"
#include "kernels/vector/math.h"

namespace sentibyte::kernels::generic {

template <class V>
float largest(std::span<const float> row) {
  using U = vector::Wide<V>;
  if (row.size() < 16) return *std::max_element(row.begin(), row.end());
  auto best = U::load(row.data());
  std::size_t i = 16;
  for (; i + 16 <= row.size(); i += 16) best = U::max(best, U::load(row.data() + i));
  float result = V::largest(V::max(V::max(best.part[0], best.part[1]), V::max(best.part[2], best.part[3])));
  for (; i < row.size(); ++i) result = result < row[i] ? row[i] : result;
  return result;
}

/// row = e^((row - max) * scale), scale > 0; returns the sum.
template <class V>
float exponentials(std::span<float> row, float scale) {
  const float top = largest<V>(row);
  float* const data = row.data();
  const auto full = [=]<class U>(std::size_t i) {
    const auto e = vector::exp<U>(U::mul(U::sub(U::load(data + i), U::splat(top)), U::splat(scale)));
    U::store(data + i, e);
    return e;
  };
  return vector::sum_row<V>(row.size(), full, [=](std::size_t i, std::size_t count) {
    const auto e = vector::exp<V>(V::mul(V::sub(V::load_some(data + i, count), V::splat(top)), V::splat(scale)));
    V::store_some(data + i, e, count);
    return V::load_some(data + i, count);  // zero beyond the row
  });
}

template <class V>
void softmax(std::span<float> row) {
  const float factor = 1.0F / exponentials<V>(row, 1.0F);
  std::size_t i = 0;
  for (; i + 4 <= row.size(); i += 4) V::store(row.data() + i, V::mul(V::load(row.data() + i), V::splat(factor)));
  for (; i < row.size(); ++i) row[i] *= factor;
}

}  // namespace sentibyte::kernels::generic
