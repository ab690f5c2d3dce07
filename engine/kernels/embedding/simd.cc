#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/embedding/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {

using V = vector::Wasm;

void embedding_gather(const Rows& table, std::span<const std::uint16_t> ids, std::span<float> out) {
  generic::embedding_gather<V>(table, ids, out);
}

void embedding_add(const Rows& table, std::size_t first, std::size_t tokens, std::span<float> out) {
  generic::embedding_add<V>(table, first, tokens, out);
}

void hashed_ngrams(const HashedNgrams& table, std::span<const std::uint16_t> ids, std::size_t first,
                   std::span<float> out) {
  generic::hashed_ngrams<V>(table, ids, first, out);
}

}  // namespace sentibyte::kernels::simd
#endif
