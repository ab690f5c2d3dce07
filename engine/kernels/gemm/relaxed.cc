#include "kernels/kernel.h"

#if SENTIBYTE_HAS_RELAXED
#include <cstring>

#include <wasm_simd128.h>

#include "kernels/gemm/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::relaxed {
namespace {

using V = vector::Wasm;

/// The dot product of bytes, weights and activations as they are.
struct Dot {
  static constexpr std::size_t kBlock = 4;
  using Activation = std::uint8_t;

  static V::Integers load(const std::int8_t* weights) { return {wasm_v128_load(weights)}; }
  static V::Integers load_splat(const std::uint8_t* from) { return {wasm_v128_load32_splat(from)}; }
  /// The last `count` (1..3) of a row, then zeros; the weights there are zero as well.
  static V::Integers load_splat_some(const std::uint8_t* from, std::size_t count) {
    std::int32_t block = 0;
    std::memcpy(&block, from, count);
    return V::splat(block);
  }
  static V::Integers dot(V::Integers sum, V::Integers weights, V::Integers x) {
    return {wasm_i32x4_relaxed_dot_i8x16_i7x16_add(weights.v, x.v, sum.v)};
  }
};

}  // namespace

std::size_t gemm_packed_bytes(std::size_t columns, std::size_t depth) {
  return generic::gemm_packed_bytes<Dot>(columns, depth);
}

std::size_t gemm_scratch_bytes(std::size_t depth) { return generic::gemm_scratch_bytes<Dot>(depth); }

void gemm_pack(std::span<const std::int8_t> weights, std::size_t columns, std::size_t depth, std::span<std::byte> out) {
  generic::gemm_pack<Dot>(weights, columns, depth, out);
}

void gemm(const Gemm& task) { generic::gemm<V, Dot>(task); }

}  // namespace sentibyte::kernels::relaxed
#endif
