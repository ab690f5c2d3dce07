/// Pooling over the vector wrapper: eight columns at a time, down the tokens.
#pragma once

#include <algorithm>

#include "kernels/pool/pool.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels::generic {

/// `step(sum, x, token)` folds a token into a vector that starts at the first token's `start(x)`.
template <class V, class Start, class Step, class Finish>
void pool_columns(const Pool& task, Start start, Step step, Finish finish) {
  for (std::size_t column = 0; column < task.width; column += 8) {
    const std::size_t count = std::min<std::size_t>(8, task.width - column);
    const float* x = task.x.data() + column;
    auto [low, high] = vector::load_pair<V>(x, count);
    low = start(low);
    high = start(high);
    for (std::size_t token = 1; token < task.tokens; ++token) {
      const auto next = vector::load_pair<V>(x + token * task.width, count);
      low = step(low, next.low, token);
      high = step(high, next.high, token);
    }
    vector::write<V>(task.output, 0, column, finish(low), finish(high), count);
  }
}

template <class V>
void pool_mean(const Pool& task) {
  const auto count = V::splat(static_cast<float>(task.tokens));
  pool_columns<V>(
      task, [](auto x) { return x; }, [](auto sum, auto x, std::size_t) { return V::add(sum, x); },
      [&](auto sum) { return V::div(sum, count); });
}

template <class V>
void pool_max(const Pool& task) {
  const auto same = [](auto x) { return x; };
  pool_columns<V>(task, same, [](auto best, auto x, std::size_t) { return V::max(best, x); }, same);
}

template <class V>
void pool_weighted(const Pool& task, std::span<const float> weights) {
  pool_columns<V>(
      task, [&](auto x) { return V::mul(x, V::splat(weights[0])); },
      [&](auto sum, auto x, std::size_t token) { return V::add(sum, V::mul(x, V::splat(weights[token]))); },
      [](auto sum) { return sum; });
}

}  // namespace sentibyte::kernels::generic
