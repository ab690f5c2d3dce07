/// Four lanes in portable C++: the meaning of every operation of the vector wrapper.
///
/// Kernels written over such a wrapper are instantiated once with `Scalar` (the version scalar) and once with `Wasm`
/// (simd and relaxed). Each operation rounds alike in both, so the two instantiations give the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace sentibyte::kernels::vector {

struct Scalar {
  /// Whether to work on sixteen lanes at once (vector/group.h): for scalars that only makes code long.
  static constexpr bool kInterleaves = false;

  struct Floats {
    float lane[4];
  };
  struct Integers {
    std::int32_t lane[4];
  };

  static Floats load(const float* from) {
    Floats out;
    std::memcpy(out.lane, from, sizeof out.lane);
    return out;
  }
  /// The first `count` (1..3) lanes; the others are zero.
  static Floats load_some(const float* from, std::size_t count) {
    Floats out{};
    for (std::size_t i = 0; i < count; ++i) out.lane[i] = from[i];
    return out;
  }
  static Floats load_splat(const float* from) { return splat(*from); }
  static void store(float* to, Floats a) { std::memcpy(to, a.lane, sizeof a.lane); }
  static void store_some(float* to, Floats a, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) to[i] = a.lane[i];
  }
  static Floats splat(float value) { return {{value, value, value, value}}; }
  /// A number known when compiling.
  template <float kValue>
  static Floats constant() {
    return splat(kValue);
  }
  static Integers splat(std::int32_t value) { return {{value, value, value, value}}; }
  static Integers load(const std::int32_t* from) {
    Integers out;
    std::memcpy(out.lane, from, sizeof out.lane);
    return out;
  }

  static Floats add(Floats a, Floats b) {
    return map(a, b, [](float x, float y) { return x + y; });
  }
  static Floats sub(Floats a, Floats b) {
    return map(a, b, [](float x, float y) { return x - y; });
  }
  static Floats mul(Floats a, Floats b) {
    return map(a, b, [](float x, float y) { return x * y; });
  }
  static Floats div(Floats a, Floats b) {
    return map(a, b, [](float x, float y) { return x / y; });
  }
  /// b < a ? b : a, which is f32x4.pmin.
  static Floats min(Floats a, Floats b) {
    return map(a, b, [](float x, float y) { return y < x ? y : x; });
  }
  /// a < b ? b : a, which is f32x4.pmax.
  static Floats max(Floats a, Floats b) {
    return map(a, b, [](float x, float y) { return x < y ? y : x; });
  }

  static Integers add(Integers a, Integers b) {
    return map(a, b, [](std::uint32_t x, std::uint32_t y) { return x + y; });
  }
  static Integers sub(Integers a, Integers b) {
    return map(a, b, [](std::uint32_t x, std::uint32_t y) { return x - y; });
  }
  template <int kBits>
  static Integers shift_left(Integers a) {
    return map(a, a, [](std::uint32_t x, std::uint32_t) { return x << kBits; });
  }
  /// Lane i: low half of a and high half from b's low half, a pair of 16-bit integers.
  static Integers pair_i16(Integers a, Integers b) {
    return map(a, b, [](std::uint32_t x, std::uint32_t y) { return (x & 0xffffU) | (y << 16); });
  }
  /// Pairs of 16-bit integers: sum + a.low * b.low + a.high * b.high.
  static Integers dot_i16(Integers sum, Integers a, Integers b) {
    return add(sum, map(a, b, [](std::uint32_t x, std::uint32_t y) {
                 const auto low = [](std::uint32_t v) {
                   return static_cast<std::int32_t>(static_cast<std::int16_t>(v));
                 };
                 const auto products = std::int64_t{low(x)} * low(y) + std::int64_t{low(x >> 16)} * low(y >> 16);
                 return static_cast<std::uint32_t>(products);
               }));
  }
  /// A pair of 16-bit integers in every lane.
  static Integers load_splat_i16(const std::int16_t* from) {
    std::int32_t pair;
    std::memcpy(&pair, from, sizeof pair);
    return splat(pair);
  }
  static Integers load_i16(const std::int16_t* from) {
    Integers out;
    std::memcpy(out.lane, from, sizeof out.lane);
    return out;
  }
  static void store(std::int32_t* to, Integers a) { std::memcpy(to, a.lane, sizeof a.lane); }
  static std::int32_t sum(Integers a) {
    std::uint32_t total = 0;
    for (const std::int32_t x : a.lane) total += static_cast<std::uint32_t>(x);
    return static_cast<std::int32_t>(total);
  }
  static Floats sqrt(Floats a) {
    for (float& x : a.lane) x = __builtin_sqrtf(x);
    return a;
  }
  static float first(Floats a) { return a.lane[0]; }
  static Floats convert(Integers a) {
    Floats out;
    for (std::size_t i = 0; i < 4; ++i) out.lane[i] = static_cast<float>(a.lane[i]);
    return out;
  }
  // The built-in: libc++ 13, which Debian's Emscripten has, lacks std::bit_cast.
  static Floats as_floats(Integers a) { return __builtin_bit_cast(Floats, a); }
  static Integers as_integers(Floats a) { return __builtin_bit_cast(Integers, a); }

  /// (l0 + l2) + (l1 + l3).
  static float sum(Floats a) { return (a.lane[0] + a.lane[2]) + (a.lane[1] + a.lane[3]); }
  static float largest(Floats a) {
    const float even = a.lane[0] < a.lane[2] ? a.lane[2] : a.lane[0];
    const float odd = a.lane[1] < a.lane[3] ? a.lane[3] : a.lane[1];
    return even < odd ? odd : even;
  }

  /// Eight bytes from two vectors: add `offset` (0..127), clamp to 0..127, store. No lane may be within 127 of 2^31.
  static void store_u7(std::uint8_t* to, Integers low, Integers high, std::int32_t offset) {
    const Integers first = add(low, splat(offset));
    const Integers second = add(high, splat(offset));
    for (std::size_t i = 0; i < 4; ++i) to[i] = clamp_u7(first.lane[i]);
    for (std::size_t i = 0; i < 4; ++i) to[4 + i] = clamp_u7(second.lane[i]);
  }
  static void store_u7(std::uint8_t* to, Integers a, Integers b, Integers c, Integers d, std::int32_t offset) {
    store_u7(to, a, b, offset);
    store_u7(to + 8, c, d, offset);
  }
  /// Eight 16-bit integers from two vectors, saturated.
  static void store_i16(std::int16_t* to, Integers low, Integers high) {
    for (std::size_t i = 0; i < 4; ++i) to[i] = clamp_i16(low.lane[i]);
    for (std::size_t i = 0; i < 4; ++i) to[4 + i] = clamp_i16(high.lane[i]);
  }

  /// Four signed bytes, widened.
  static Integers load_i8(const std::int8_t* from) { return {{from[0], from[1], from[2], from[3]}}; }
  /// Eight signed 4-bit values from four bytes, low half of each byte first.
  struct IntegerPair {
    Integers low;
    Integers high;
  };
  static IntegerPair load_i4(const std::byte* from) {
    std::int32_t all[8];
    for (std::size_t i = 0; i < 4; ++i) {
      const auto byte = static_cast<std::uint32_t>(from[i]);
      all[2 * i] = static_cast<std::int32_t>(byte << 28) >> 28;
      all[2 * i + 1] = static_cast<std::int32_t>(byte << 24) >> 28;
    }
    return {load(all), load(all + 4)};
  }
  /// Four unsigned bytes, widened.
  static Integers load_u8(const std::uint8_t* from) { return {{from[0], from[1], from[2], from[3]}}; }

 private:
  template <class Operation>
  static Floats map(Floats a, Floats b, Operation operation) {
    Floats out;
    for (std::size_t i = 0; i < 4; ++i) out.lane[i] = operation(a.lane[i], b.lane[i]);
    return out;
  }
  /// Through unsigned: overflow wraps, as in wasm, and is no undefined behaviour.
  template <class Operation>
  static Integers map(Integers a, Integers b, Operation operation) {
    Integers out;
    for (std::size_t i = 0; i < 4; ++i) {
      out.lane[i] = static_cast<std::int32_t>(
          operation(static_cast<std::uint32_t>(a.lane[i]), static_cast<std::uint32_t>(b.lane[i])));
    }
    return out;
  }
  static std::uint8_t clamp_u7(std::int32_t value) {
    return static_cast<std::uint8_t>(value < 0 ? 0 : value > 127 ? 127 : value);
  }
  static std::int16_t clamp_i16(std::int32_t value) {
    return static_cast<std::int16_t>(value < -32768 ? -32768 : value > 32767 ? 32767 : value);
  }
};

}  // namespace sentibyte::kernels::vector
