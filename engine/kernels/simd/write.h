/// Writes a row of floats in the forms that an `Output` asks for.
#pragma once

#include <algorithm>
#include <cstring>

#include "kernels/simd/math.h"

namespace sentibyte::kernels::simd {

/// Writes `count` (1..8) elements, held in two vectors, at `column` of `row`.
template <class V>
void write(const Output& to, size_t row, size_t column, typename V::Floats low, typename V::Floats high,
           size_t count) {
  if (to.real) {
    float* real = to.real + row * to.real_stride + column;
    if (count == 8) {
      V::store(real, low);
      V::store(real + 4, high);
    } else {
      float all[8];
      V::store(all, low);
      V::store(all + 4, high);
      std::copy_n(all, count, real);
    }
  }
  if (to.quantized) {
    uint8_t* quantized = to.quantized + row * to.quantized_stride + column;
    const float inverse_scale = to.quantization.inverse_scale;
    const auto low_steps = steps<V>(low, inverse_scale);
    const auto high_steps = steps<V>(high, inverse_scale);
    if (count == 8) {
      V::store_u7(quantized, low_steps, high_steps, to.quantization.zero_point);
    } else {
      uint8_t all[8];
      V::store_u7(all, low_steps, high_steps, to.quantization.zero_point);
      std::copy_n(all, count, quantized);
    }
  }
}

/// Calls `element(column, count)` for each eight columns of a row, which returns two vectors, and writes them.
/// `load_row` below is how such a function reads a row whose width is no multiple of eight.
template <class V>
struct Pair {
  typename V::Floats low;
  typename V::Floats high;
};

/// Eight elements from `from`, or the `count` that there are, the rest zero.
template <class V>
Pair<V> load_pair(const float* from, size_t count) {
  if (count == 8) return {V::load(from), V::load(from + 4)};
  float all[8] = {};
  std::copy_n(from, count, all);
  return {V::load(all), V::load(all + 4)};
}

}  // namespace sentibyte::kernels::simd
