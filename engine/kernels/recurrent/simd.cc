#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/recurrent/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void gru_step(const RecurrentStep& task) { generic::gru_step<V>(task); }

void rnn_step(const RecurrentStep& task) { generic::rnn_step<V>(task); }

}  // namespace sentibyte::kernels::simd
#endif
