/// Recurrent steps over the vector wrapper.
#pragma once

#include <algorithm>

#include "kernels/recurrent/recurrent.h"
#include "kernels/simd/write.h"

namespace sentibyte::kernels::generic {

template <class V>
typename V::Floats gru_cell(typename V::Floats xr, typename V::Floats hr, typename V::Floats xz,
                            typename V::Floats hz, typename V::Floats xn, typename V::Floats hn,
                            typename V::Floats h) {
  const auto reset = simd::sigmoid<V>(V::add(xr, hr));
  const auto update = simd::sigmoid<V>(V::add(xz, hz));
  const auto candidate = simd::tanh<V>(V::add(xn, V::mul(reset, hn)));
  return V::add(candidate, V::mul(update, V::sub(h, candidate)));
}

template <class V>
void gru_step(const GruStep& task) {
  const size_t hidden = task.state.size();
  const float* x = task.input.data();
  const float* u = task.recurrent.data();
  Output state{.real = task.state.data(), .real_stride = hidden};
  for (size_t i = 0; i < hidden; i += 8) {
    const size_t count = std::min<size_t>(8, hidden - i);
    const auto at = [&](const float* from) { return simd::load_pair<V>(from + i, count); };
    const auto xr = at(x), xz = at(x + hidden), xn = at(x + 2 * hidden);
    const auto hr = at(u), hz = at(u + hidden), hn = at(u + 2 * hidden);
    const auto h = at(task.state.data());
    const auto low = gru_cell<V>(xr.low, hr.low, xz.low, hz.low, xn.low, hn.low, h.low);
    const auto high = gru_cell<V>(xr.high, hr.high, xz.high, hz.high, xn.high, hn.high, h.high);
    simd::write<V>(state, 0, i, low, high, count);
    simd::write<V>(task.output, 0, i, low, high, count);
  }
}

template <class V>
void rnn_step(const RnnStep& task) {
  const size_t hidden = task.state.size();
  Output state{.real = task.state.data(), .real_stride = hidden};
  for (size_t i = 0; i < hidden; i += 8) {
    const size_t count = std::min<size_t>(8, hidden - i);
    const auto x = simd::load_pair<V>(task.input.data() + i, count);
    const auto u = simd::load_pair<V>(task.recurrent.data() + i, count);
    const auto low = simd::tanh<V>(V::add(x.low, u.low));
    const auto high = simd::tanh<V>(V::add(x.high, u.high));
    simd::write<V>(state, 0, i, low, high, count);
    simd::write<V>(task.output, 0, i, low, high, count);
  }
}

}  // namespace sentibyte::kernels::generic
