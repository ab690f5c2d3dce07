/// Addition over the vector wrapper.
#pragma once

#include <algorithm>

#include "kernels/add/add.h"
#include "kernels/simd/write.h"

namespace sentibyte::kernels::generic {

template <class V>
void add(const Add& task) {
  for (size_t row = 0; row < task.rows; ++row) {
    const float* a = task.a.data() + row * task.width;
    const float* b = task.b.data() + row * task.width;
    for (size_t i = 0; i < task.width; i += 8) {
      const size_t count = std::min<size_t>(8, task.width - i);
      const auto x = simd::load_pair<V>(a + i, count);
      const auto y = simd::load_pair<V>(b + i, count);
      simd::write<V>(task.output, row, i, V::add(x.low, y.low), V::add(x.high, y.high), count);
    }
  }
}

}  // namespace sentibyte::kernels::generic
