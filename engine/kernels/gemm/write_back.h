/// From eight int32 sums to floats: what every version of the kernel does with its accumulators.
#pragma once

#include "kernels/gemm/gemm.h"
#include "kernels/simd/write.h"

namespace sentibyte::kernels {

/// Columns column..column+7 of row `row`; `count` of them exist.
template <class V, Function kFunction>
void write_back(const Gemm& task, size_t row, size_t column, typename V::Integers low, typename V::Integers high,
                size_t count) {
  const int32_t* offsets = task.offsets.data() + column;
  const float* scales = task.scales.data() + column;
  const float* bias = task.bias.data() + column;
  const auto finish = [](auto sum, const int32_t* offset, const float* scale, const float* shift) {
    const auto real = V::mul(V::convert(V::add(sum, V::load(offset))), V::load(scale));
    return simd::apply<V, kFunction>(V::add(real, V::load(shift)));
  };
  simd::write<V>(task.output, row, column, finish(low, offsets, scales, bias),
                 finish(high, offsets + 4, scales + 4, bias + 4), count);
}

/// Calls `run.template operator()<kFunction>()` for the task's function, so that it is known when compiling.
template <class Run>
void with_function(Function function, Run run) {
  switch (function) {
    case Function::None: return run.template operator()<Function::None>();
    case Function::Relu: return run.template operator()<Function::Relu>();
    case Function::Gelu: return run.template operator()<Function::Gelu>();
    case Function::Tanh: return run.template operator()<Function::Tanh>();
  }
}

}  // namespace sentibyte::kernels
