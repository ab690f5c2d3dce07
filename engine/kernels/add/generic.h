/// Addition over the vector wrapper.
#pragma once

#include "kernels/add/add.h"
#include "kernels/vector/write.h"

namespace sentibyte::kernels::generic {

template <class V>
void add(const Add& task) {
  for (std::size_t row = 0; row < task.rows; ++row) {
    const float* a = task.a.data() + row * task.width;
    const float* b = task.b.data() + row * task.width;
    vector::write_row<V>(task.output, row, task.width, [=]<class U>(auto load) { return U::add(load(a), load(b)); });
  }
}

}  // namespace sentibyte::kernels::generic
