#include "kernels/vector/scalar.h"

#include "kernels/embedding/generic.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

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

}  // namespace sentibyte::kernels::scalar
