/// Recurrent steps over the vector wrapper.
#pragma once

#include "kernels/recurrent/recurrent.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels::generic {

/// Hands on the new state in the forms that the output asks for.
template <class V>
void keep_state(const Output& output, std::span<float> state) {
  const float* x = state.data();
  vector::write_row<V>(output, 0, state.size(), [=]<class U>(auto load) { return load(x); });
}

template <class V>
void gru_step(const RecurrentStep& task) {
  const std::size_t hidden = task.state.size();
  const float* x = task.input.data();
  const float* u = task.recurrent.data();
  const float* h = task.state.data();
  const Output state{.real = task.state.data(), .real_stride = hidden};
  vector::write_row<V>(state, 0, hidden, [=]<class U>(auto load) {
    const auto reset = vector::sigmoid<U>(U::add(load(x), load(u)));
    const auto update = vector::sigmoid<U>(U::add(load(x + hidden), load(u + hidden)));
    const auto candidate = vector::tanh<U>(U::add(load(x + 2 * hidden), U::mul(reset, load(u + 2 * hidden))));
    return U::add(candidate, U::mul(update, U::sub(load(h), candidate)));
  });
  keep_state<V>(task.output, task.state);
}

template <class V>
void rnn_step(const RecurrentStep& task) {
  const float* x = task.input.data();
  const float* u = task.recurrent.data();
  const Output state{.real = task.state.data(), .real_stride = task.state.size()};
  vector::write_row<V>(state, 0, task.state.size(),
                       [=]<class U>(auto load) { return vector::tanh<U>(U::add(load(x), load(u))); });
  keep_state<V>(task.output, task.state);
}

}  // namespace sentibyte::kernels::generic
