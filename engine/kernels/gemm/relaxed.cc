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
  static constexpr size_t kBlock = 4;
  using Activation = uint8_t;

  static V::Integers load(const int8_t* weights) { return {wasm_v128_load(weights)}; }
  static V::Integers load_splat(const uint8_t* from) { return {wasm_v128_load32_splat(from)}; }
  /// The last `count` (1..3) of a row, then zeros; the weights there are zero as well.
  static V::Integers load_splat_some(const uint8_t* from, size_t count) {
    int32_t block = 0;
    std::memcpy(&block, from, count);
    return V::splat(block);
  }
  static V::Integers dot(V::Integers sum, V::Integers weights, V::Integers x) {
    return {wasm_i32x4_relaxed_dot_i8x16_i7x16_add(weights.v, x.v, sum.v)};
  }
};

}  // namespace

size_t gemm_packed_bytes(size_t columns, size_t depth) { return generic::gemm_packed_bytes<Dot>(columns, depth); }

size_t gemm_scratch_bytes(size_t depth) { return generic::gemm_scratch_bytes<Dot>(depth); }

void gemm_pack(std::span<const int8_t> weights, size_t columns, size_t depth, std::span<std::byte> out) {
  generic::gemm_pack<Dot>(weights, columns, depth, out);
}

void gemm(const Gemm& task) { generic::gemm<V, Dot>(task); }

}  // namespace sentibyte::kernels::relaxed
#endif
