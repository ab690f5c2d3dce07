/// Layer normalisation over the vector wrapper.
#pragma once

#include <algorithm>

#include "kernels/layer_norm/layer_norm.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels::generic {

/// Copies a row (plus its residual) to `work` and returns its sum.
template <class V>
float sum_with_residual(const float* x, const float* residual, std::size_t width, float* work) {
  const auto full = [&]<class U>(std::size_t i) {
    auto value = U::load(x + i);
    if (residual) value = U::add(value, U::load(residual + i));
    U::store(work + i, value);
    return value;
  };
  const auto some = [&](std::size_t i, std::size_t count) {
    auto value = V::load_some(x + i, count);
    if (residual) value = V::add(value, V::load_some(residual + i, count));
    V::store_some(work + i, value, count);
    return value;
  };
  return vector::sum_row<V>(width, full, some);
}

template <class V>
float sum_of_squares(const float* work, std::size_t width, float mean) {
  const auto full = [&]<class U>(std::size_t i) {
    const auto centred = U::sub(U::load(work + i), U::splat(mean));
    return U::mul(centred, centred);
  };
  return vector::sum_row<V>(width, full, [&](std::size_t i, std::size_t count) {
    // Lanes beyond the row hold the mean, so that they add nothing.
    float last[4] = {mean, mean, mean, mean};
    std::copy_n(work + i, count, last);
    const auto centred = V::sub(V::load(last), V::splat(mean));
    return V::mul(centred, centred);
  });
}

template <class V>
void layer_norm(const LayerNorm& task) {
  const std::size_t width = task.width;
  const float count = static_cast<float>(width);
  float* work = task.scratch.data();
  for (std::size_t row = 0; row < task.rows; ++row) {
    const float* residual = task.residual.empty() ? nullptr : task.residual.data() + row * width;
    const float mean = sum_with_residual<V>(task.x.data() + row * width, residual, width, work) / count;
    const float variance = sum_of_squares<V>(work, width, mean) / count;
    const float scale = 1.0F / V::first(V::sqrt(V::splat(variance + task.epsilon)));
    vector::write_row<V>(task.output, row, width, [&]<class U>(auto load) {
      const auto normal = U::mul(U::sub(load(work), U::splat(mean)), U::splat(scale));
      return U::add(U::mul(normal, load(task.gamma.data())), load(task.beta.data()));
    });
  }
}

}  // namespace sentibyte::kernels::generic
