/// Layer normalisation over the vector wrapper.
#pragma once

#include <algorithm>

#include "kernels/layer_norm/layer_norm.h"
#include "kernels/simd/write.h"

namespace sentibyte::kernels::generic {

template <class V>
void layer_norm(const LayerNorm& task) {
  const size_t width = task.width;
  const size_t fours = width / 4 * 4;
  const size_t tail = width - fours;
  float* work = task.scratch.data();
  const auto one = V::splat(1.0f);
  const auto count = V::splat(static_cast<float>(width));
  for (size_t row = 0; row < task.rows; ++row) {
    const float* x = task.x.data() + row * width;
    const float* residual = task.residual.empty() ? nullptr : task.residual.data() + row * width;

    auto sums = V::splat(0.0f);
    for (size_t i = 0; i < fours; i += 4) {
      auto value = V::load(x + i);
      if (residual) value = V::add(value, V::load(residual + i));
      V::store(work + i, value);
      sums = V::add(sums, value);
    }
    if (tail) {
      auto value = V::load_some(x + fours, tail);
      if (residual) value = V::add(value, V::load_some(residual + fours, tail));
      V::store_some(work + fours, value, tail);
      sums = V::add(sums, value);
    }
    const auto mean = V::div(V::splat(V::sum(sums)), count);

    auto squares = V::splat(0.0f);
    for (size_t i = 0; i < fours; i += 4) {
      const auto centred = V::sub(V::load(work + i), mean);
      squares = V::add(squares, V::mul(centred, centred));
    }
    if (tail) {
      // Lanes beyond the row hold the mean, so that they add nothing.
      float last[4];
      V::store(last, mean);
      std::copy_n(work + fours, tail, last);
      const auto centred = V::sub(V::load(last), mean);
      squares = V::add(squares, V::mul(centred, centred));
    }
    const auto variance = V::div(V::splat(V::sum(squares)), count);
    const auto scale = V::div(one, V::sqrt(V::add(variance, V::splat(task.epsilon))));

    for (size_t i = 0; i < width; i += 8) {
      const size_t some = std::min<size_t>(8, width - i);
      const auto value = simd::load_pair<V>(work + i, some);
      const auto gamma = simd::load_pair<V>(task.gamma.data() + i, some);
      const auto beta = simd::load_pair<V>(task.beta.data() + i, some);
      const auto finish = [&](auto v, auto g, auto b) { return V::add(V::mul(V::mul(V::sub(v, mean), scale), g), b); };
      simd::write<V>(task.output, row, i, finish(value.low, gamma.low, beta.low),
                     finish(value.high, gamma.high, beta.high), some);
    }
  }
}

}  // namespace sentibyte::kernels::generic
