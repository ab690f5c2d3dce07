/// Pairs of 16-bit integers for attention/int8.h: for the versions scalar and simd.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sentibyte::kernels::generic {

template <class V>
struct Pairs {
  using Element = std::int16_t;
  using Integers = typename V::Integers;

  /// Elements whose products one lane of `dot` adds; together 4 bytes.
  static constexpr std::size_t kBlock = 2;
  /// What queries are stored with on top.
  static constexpr std::int32_t kOffset = 0;

  static Integers load(const Element* from) { return V::load_i16(from); }
  /// One block in every lane.
  static Integers load_splat(const Element* from) { return V::load_splat_i16(from); }
  /// sum + the products of weights and x; x is a u7 where it is a weight of attention.
  static Integers dot(Integers sum, Integers weights, Integers x) { return V::dot_i16(sum, weights, x); }

  /// The elements of two or four vectors.
  template <std::size_t kVectors>
  static void store(Element* to, const Integers (&from)[kVectors]) {
    for (std::size_t i = 0; i < kVectors; i += 2) V::store_i16(to + 4 * i, from[i], from[i + 1]);
  }
  /// Lane i of each row side by side: a block.
  static void store_joined(Element* to, const Integers (&rows)[kBlock]) {
    V::store(reinterpret_cast<std::int32_t*>(to), V::pair_i16(rows[0], rows[1]));
  }
};

}  // namespace sentibyte::kernels::generic
