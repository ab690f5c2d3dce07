#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include <wasm_simd128.h>

#include "kernels/gemm/generic.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::simd {
namespace {

using V = vector::Wasm;

/// The dot product of 16-bit integers. Weights widen as they are loaded, activations once for all columns.
struct Dot {
  static constexpr std::size_t kBlock = 2;
  using Activation = std::int16_t;

  static V::Integers load(const std::int8_t* weights) { return {wasm_i16x8_load8x8(weights)}; }
  static V::Integers load_splat(const std::int16_t* from) { return V::load_splat_i16(from); }
  static V::Integers dot(V::Integers sum, V::Integers weights, V::Integers x) { return V::dot_i16(sum, weights, x); }

  static void widen(const std::uint8_t* from, std::size_t depth, std::int16_t* to) {
    std::size_t k = 0;
    for (; k + 8 <= depth; k += 8) wasm_v128_store(to + k, wasm_u16x8_load8x8(from + k));
    for (; k < depth; ++k) to[k] = from[k];
    if (depth % kBlock) to[depth] = 0;
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

}  // namespace sentibyte::kernels::simd
#endif
