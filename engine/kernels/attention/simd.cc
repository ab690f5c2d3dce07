#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/attention/float.h"
#include "kernels/attention/int8.h"
#include "kernels/attention/pairs.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

std::size_t attention_scratch_bytes(std::size_t tokens, std::size_t width, std::size_t heads) {
  return generic::FloatAttentionScratch(tokens, width, heads).bytes();
}

void attention(const Attention& task) { generic::attention<V>(task, gemm_float); }

std::size_t attention_i8_scratch_bytes(std::size_t tokens, std::size_t width, std::size_t heads) {
  return generic::HeadLayout<generic::Pairs<V>>(tokens, width / heads).bytes;
}

void attention_i8(const Attention& task) { generic::attention_i8<V, generic::Pairs<V>>(task); }

}  // namespace sentibyte::kernels::simd
#endif
