/// Writes a row of floats in the forms that an `Output` asks for.
#pragma once

#include <algorithm>

#include "kernels/vector/group.h"
#include "kernels/vector/math.h"

namespace sentibyte::kernels::vector {

template <class V>
struct Pair {
  typename V::Floats low;
  typename V::Floats high;
};

/// Eight elements from `from`, or the `count` (1..7) that there are, the rest zero.
template <class V>
Pair<V> load_pair(const float* from, std::size_t count) {
  if (count == 8) return {V::load(from), V::load(from + 4)};
  float all[8] = {};
  std::copy_n(from, count, all);
  return {V::load(all), V::load(all + 4)};
}

/// Writes `count` (1..8) elements, held in two vectors, at `column` of `row`.
template <class V>
void write(const Output& to, std::size_t row, std::size_t column, typename V::Floats low, typename V::Floats high,
           std::size_t count) {
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
    std::uint8_t* quantized = to.quantized + row * to.quantized_stride + column;
    const auto low_steps = steps<V>(low, to.quantization.inverse_scale);
    const auto high_steps = steps<V>(high, to.quantization.inverse_scale);
    if (count == 8) {
      V::store_u7(quantized, low_steps, high_steps, to.quantization.zero_point);
    } else {
      std::uint8_t all[8];
      V::store_u7(all, low_steps, high_steps, to.quantization.zero_point);
      std::copy_n(all, count, quantized);
    }
  }
}

/// Writes sixteen elements.
template <class V>
void write(const Output& to, std::size_t row, std::size_t column, const typename Wide<V>::Floats& all) {
  if (to.real) Wide<V>::store(to.real + row * to.real_stride + column, all);
  if (to.quantized) {
    std::uint8_t* quantized = to.quantized + row * to.quantized_stride + column;
    const auto s = steps<Wide<V>>(all, to.quantization.inverse_scale);
    V::store_u7(quantized, s.part[0], s.part[1], s.part[2], s.part[3], to.quantization.zero_point);
  }
}

/// For the columns [0, width) of rows, sixteen and then up to eight at a time, calls
/// `body.template operator()<U>(column, load)`: `load(row)` gives the elements of `row` from `column` on, zeros beyond
/// `width`, as U::Floats.
template <class V, class Body>
[[gnu::always_inline]] inline void for_columns(std::size_t width, Body body) {
  std::size_t column = 0;
  if constexpr (V::kInterleaves) {
    for (; column + 16 <= width; column += 16) {
      body.template operator()<Wide<V>>(
          column, [column](const float* from) __attribute__((always_inline)) { return Wide<V>::load(from + column); });
    }
  }
  using Two = Group<V, 2>;
  for (; column < width; column += 8) {
    const std::size_t count = std::min<std::size_t>(8, width - column);
    body.template operator()<Two>(column, [column, count](const float* from) {
      const auto pair = load_pair<V>(from + column, count);
      return typename Two::Floats{{pair.low, pair.high}};
    });
  }
}

/// Fills columns [0, width) of a row with what `compute` makes of them: `compute.template operator()<U>(load)`
/// gets a function that loads the columns at work from a row, as U::Floats, and returns U::Floats.
template <class V, class Compute>
[[gnu::always_inline]] inline void write_row(const Output& to, std::size_t row, std::size_t width, Compute compute) {
  for_columns<V>(width, [&]<class U>(std::size_t column, auto load) {
    const typename U::Floats result = compute.template operator()<U>(load);
    if constexpr (U::kLanes == 16) {
      write<V>(to, row, column, result);
    } else {
      write<V>(to, row, column, result.part[0], result.part[1], std::min<std::size_t>(8, width - column));
    }
  });
}

}  // namespace sentibyte::kernels::vector
