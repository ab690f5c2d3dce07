#include "kernels/kernel.h"

#if SENTIBYTE_HAS_RELAXED
#include <wasm_simd128.h>

#include "kernels/attention/int8.h"
#include "kernels/vector/wasm.h"

namespace sentibyte::kernels::relaxed {
namespace {

using V = vector::Wasm;

/// Quads of bytes for attention/int8.h, with the members of attention/pairs.h. Queries are stored as u7, since the
/// dot's second operand must not have its top bit set.
struct Quads {
  using Element = std::int8_t;
  using Integers = V::Integers;

  static constexpr std::size_t kBlock = 4;
  static constexpr std::int32_t kOffset = 64;

  static Integers load(const Element* from) { return {wasm_v128_load(from)}; }
  static Integers load_splat(const Element* from) { return {wasm_v128_load32_splat(from)}; }
  static Integers dot(Integers sum, Integers weights, Integers x) {
    return {wasm_i32x4_relaxed_dot_i8x16_i7x16_add(weights.v, x.v, sum.v)};
  }

  static void store(Element* to, const Integers (&from)[2]) {
    wasm_v128_store64_lane(to, narrow(from[0], from[1], from[0], from[1]), 0);
  }
  static void store(Element* to, const Integers (&from)[4]) {
    wasm_v128_store(to, narrow(from[0], from[1], from[2], from[3]));
  }
  static void store_joined(Element* to, const Integers (&rows)[kBlock]) {
    const v128_t bytes = narrow(rows[0], rows[1], rows[2], rows[3]);
    wasm_v128_store(to, wasm_i8x16_shuffle(bytes, bytes, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15));
  }

 private:
  static v128_t narrow(Integers a, Integers b, Integers c, Integers d) {
    return wasm_i8x16_narrow_i16x8(wasm_i16x8_narrow_i32x4(a.v, b.v), wasm_i16x8_narrow_i32x4(c.v, d.v));
  }
};

}  // namespace

std::size_t attention_i8_scratch_bytes(std::size_t tokens, std::size_t width, std::size_t heads) {
  return generic::HeadLayout<Quads>(tokens, width / heads).bytes;
}

void attention_i8(const Attention& task) { generic::attention_i8<V, Quads>(task); }

}  // namespace sentibyte::kernels::relaxed
#endif
