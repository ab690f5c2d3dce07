#include "kernels/vector/scalar.h"

#include "kernels/gemm/pairs.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

size_t gemm_packed_bytes(size_t columns, size_t depth) { return padded_columns(columns) / 2 * depth * sizeof(int64_t); }

size_t gemm_scratch_bytes(size_t) { return 0; }

void gemm_pack(std::span<const int8_t> weights, size_t columns, size_t depth, std::span<std::byte> out) {
  auto* to = reinterpret_cast<int64_t*>(out.data());
  const auto weight = [&](size_t column, size_t k) {
    return column < columns ? weights[column * depth + k] : int8_t{0};
  };
  for (size_t first = 0; first < columns; first += kPanel) {
    for (size_t k = 0; k < depth; ++k) {
      for (size_t column = first; column < first + kPanel; column += 2) {
        *to++ = generic::join(weight(column, k), weight(column + 1, k));
      }
    }
  }
}

void gemm(const Gemm& task) { generic::gemm_pairs<V>(task); }

}  // namespace sentibyte::kernels::scalar
