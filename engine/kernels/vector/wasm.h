/// The vector wrapper on WebAssembly's 128-bit vectors; vector/scalar.h says what each operation means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

#include <wasm_simd128.h>

namespace sentibyte::kernels::vector {

struct Wasm {
  static constexpr bool kInterleaves = true;

  // Two types over one register, so that an integer cannot be added as a float.
  struct Floats {
    v128_t v;
  };
  struct Integers {
    v128_t v;
  };
  struct IntegerPair {
    Integers low;
    Integers high;
  };

  static Floats load(const float* from) { return {wasm_v128_load(from)}; }
  static Integers load(const std::int32_t* from) { return {wasm_v128_load(from)}; }
  static Integers load_i16(const std::int16_t* from) { return {wasm_v128_load(from)}; }
  static Floats load_splat(const float* from) { return {wasm_v128_load32_splat(from)}; }
  static Integers load_splat_i16(const std::int16_t* from) { return {wasm_v128_load32_splat(from)}; }
  static Floats load_some(const float* from, std::size_t count) {
    float all[4] = {};
    for (std::size_t i = 0; i < count; ++i) all[i] = from[i];
    return load(all);
  }
  static void store(float* to, Floats a) { wasm_v128_store(to, a.v); }
  static void store(std::int32_t* to, Integers a) { wasm_v128_store(to, a.v); }
  static void store_some(float* to, Floats a, std::size_t count) {
    float all[4];
    store(all, a);
    for (std::size_t i = 0; i < count; ++i) to[i] = all[i];
  }
  static Floats splat(float value) { return {wasm_f32x4_splat(value)}; }
  /// Loaded, not built: V8 makes a vector constant out of four instructions, each time it is used. The empty
  /// assembly hides from LLVM that the value is known.
  template <float kValue>
  static Floats constant() {
    static constexpr float kStored = kValue;
    const float* at = &kStored;
    asm("" : "+r"(at));
    return {wasm_v128_load32_splat(at)};
  }
  static Integers splat(std::int32_t value) { return {wasm_i32x4_splat(value)}; }

  static Floats add(Floats a, Floats b) { return {wasm_f32x4_add(a.v, b.v)}; }
  static Floats sub(Floats a, Floats b) { return {wasm_f32x4_sub(a.v, b.v)}; }
  static Floats mul(Floats a, Floats b) { return {wasm_f32x4_mul(a.v, b.v)}; }
  static Floats div(Floats a, Floats b) { return {wasm_f32x4_div(a.v, b.v)}; }
  static Floats sqrt(Floats a) { return {wasm_f32x4_sqrt(a.v)}; }
  static Floats min(Floats a, Floats b) { return {wasm_f32x4_pmin(a.v, b.v)}; }
  static Floats max(Floats a, Floats b) { return {wasm_f32x4_pmax(a.v, b.v)}; }

  static Integers add(Integers a, Integers b) { return {wasm_i32x4_add(a.v, b.v)}; }
  static Integers sub(Integers a, Integers b) { return {wasm_i32x4_sub(a.v, b.v)}; }
  template <int kBits>
  static Integers shift_left(Integers a) {
    return {wasm_i32x4_shl(a.v, kBits)};
  }
  static Integers pair_i16(Integers a, Integers b) {
    return {wasm_v128_or(wasm_v128_and(a.v, wasm_i32x4_const_splat(0xffff)), wasm_i32x4_shl(b.v, 16))};
  }
  static Integers dot_i16(Integers sum, Integers a, Integers b) {
    return {wasm_i32x4_add(sum.v, wasm_i32x4_dot_i16x8(a.v, b.v))};
  }
  static Floats convert(Integers a) { return {wasm_f32x4_convert_i32x4(a.v)}; }
  static Floats as_floats(Integers a) { return {a.v}; }
  static Integers as_integers(Floats a) { return {a.v}; }

  static float first(Floats a) { return wasm_f32x4_extract_lane(a.v, 0); }
  static float sum(Floats a) {
    const v128_t halves = wasm_f32x4_add(a.v, wasm_i32x4_shuffle(a.v, a.v, 2, 3, 0, 1));
    return wasm_f32x4_extract_lane(halves, 0) + wasm_f32x4_extract_lane(halves, 1);
  }
  static std::int32_t sum(Integers a) {
    const v128_t halves = wasm_i32x4_add(a.v, wasm_i32x4_shuffle(a.v, a.v, 2, 3, 0, 1));
    return wasm_i32x4_extract_lane(halves, 0) + wasm_i32x4_extract_lane(halves, 1);
  }
  static float largest(Floats a) {
    const v128_t halves = wasm_f32x4_pmax(a.v, wasm_i32x4_shuffle(a.v, a.v, 2, 3, 0, 1));
    return wasm_f32x4_extract_lane(wasm_f32x4_pmax(halves, wasm_i32x4_shuffle(halves, halves, 1, 0, 3, 2)), 0);
  }

  static void store_u7(std::uint8_t* to, Integers low, Integers high, std::int32_t offset) {
    const v128_t words =
        wasm_i16x8_add_sat(wasm_i16x8_narrow_i32x4(low.v, high.v), wasm_i16x8_splat(static_cast<std::int16_t>(offset)));
    wasm_v128_store64_lane(to, wasm_u8x16_min(wasm_u8x16_narrow_i16x8(words, words), wasm_i8x16_splat(127)), 0);
  }
  static void store_u7(std::uint8_t* to, Integers a, Integers b, Integers c, Integers d, std::int32_t offset) {
    const v128_t zero_point = wasm_i16x8_splat(static_cast<std::int16_t>(offset));
    const v128_t low = wasm_i16x8_add_sat(wasm_i16x8_narrow_i32x4(a.v, b.v), zero_point);
    const v128_t high = wasm_i16x8_add_sat(wasm_i16x8_narrow_i32x4(c.v, d.v), zero_point);
    wasm_v128_store(to, wasm_u8x16_min(wasm_u8x16_narrow_i16x8(low, high), wasm_i8x16_splat(127)));
  }
  static void store_i16(std::int16_t* to, Integers low, Integers high) {
    wasm_v128_store(to, wasm_i16x8_narrow_i32x4(low.v, high.v));
  }
  static Integers load_i8(const std::int8_t* from) {
    return {wasm_i32x4_extend_low_i16x8(wasm_i16x8_extend_low_i8x16(wasm_v128_load32_zero(from)))};
  }
  static Integers load_u8(const std::uint8_t* from) {
    return {wasm_u32x4_extend_low_u16x8(wasm_u16x8_extend_low_u8x16(wasm_v128_load32_zero(from)))};
  }
  static IntegerPair load_i4(const std::byte* from) {
    const v128_t words = wasm_u16x8_extend_low_u8x16(wasm_v128_load32_zero(from));
    // Each byte twice, a 32-bit lane each time: the halves reach the top by shifts of 28 and 24.
    const v128_t bytes = wasm_u32x4_extend_low_u16x8(words);
    const v128_t low = wasm_i32x4_shr(wasm_i32x4_shl(bytes, 28), 28);
    const v128_t high = wasm_i32x4_shr(wasm_i32x4_shl(bytes, 24), 28);
    return {{wasm_i32x4_shuffle(low, high, 0, 4, 1, 5)}, {wasm_i32x4_shuffle(low, high, 2, 6, 3, 7)}};
  }
};

}  // namespace sentibyte::kernels::vector
