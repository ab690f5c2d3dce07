#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD128
#include "kernels/recurrent/generic.h"
#include "kernels/simd/wasm.h"

namespace sentibyte::kernels::simd128 {

using V = simd::Wasm;

void gru_step(const GruStep& task) { generic::gru_step<V>(task); }

void rnn_step(const RnnStep& task) { generic::rnn_step<V>(task); }

}  // namespace sentibyte::kernels::simd128
#endif
