#include "kernels/vector/scalar.h"

#include "kernels/gemm/pairs.h"

namespace sentibyte::kernels::scalar {

using V = vector::Scalar;

std::size_t gemm_packed_bytes(std::size_t columns, std::size_t depth) {
  return padded_columns(columns) / 2 * depth * sizeof(std::int64_t);
}

std::size_t gemm_scratch_bytes(std::size_t) { return 0; }

void gemm_pack(std::span<const std::int8_t> weights, std::size_t columns, std::size_t depth, std::span<std::byte> out) {
  auto* to = reinterpret_cast<std::int64_t*>(out.data());
  const auto weight = [&](std::size_t column, std::size_t k) {
    return column < columns ? weights[column * depth + k] : std::int8_t{0};
  };
  for (std::size_t first = 0; first < columns; first += kPanel) {
    for (std::size_t k = 0; k < depth; ++k) {
      for (std::size_t column = first; column < first + kPanel; column += 2) {
        *to++ = generic::join(weight(column, k), weight(column + 1, k));
      }
    }
  }
}

void gemm(const Gemm& task) { generic::gemm_pairs<V>(task); }

}  // namespace sentibyte::kernels::scalar
