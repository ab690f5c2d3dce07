/// Several vectors as one: every operation on all of them before the next operation.
///
/// A polynomial is a chain in which each step waits for the one before. Interleaving four of them by hand keeps a
/// processor busy that would otherwise run out of room to look ahead. Element for element nothing changes. All is
/// inlined by force: as a value that a function returns, a group would travel through memory.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sentibyte::kernels::vector {

template <class V, std::size_t kCount>
struct Group {
  struct Floats {
    typename V::Floats part[kCount];
  };
  struct Integers {
    typename V::Integers part[kCount];
  };
  static constexpr std::size_t kLanes = 4 * kCount;

  [[gnu::always_inline]] static Floats load(const float* from) {
    return make<Floats>([&](std::size_t i) { return V::load(from + 4 * i); });
  }
  [[gnu::always_inline]] static Integers load(const std::int32_t* from) {
    return make<Integers>([&](std::size_t i) { return V::load(from + 4 * i); });
  }
  [[gnu::always_inline]] static void store(float* to, const Floats& a) {
    for (std::size_t i = 0; i < kCount; ++i) V::store(to + 4 * i, a.part[i]);
  }
  [[gnu::always_inline]] static Floats splat(float value) {
    return make<Floats>([=, v = V::splat(value)](std::size_t) { return v; });
  }
  [[gnu::always_inline]] static Integers splat(std::int32_t value) {
    return make<Integers>([v = V::splat(value)](std::size_t) { return v; });
  }
  template <float kValue>
  [[gnu::always_inline]] static Floats constant() {
    return make<Floats>([v = V::template constant<kValue>()](std::size_t) { return v; });
  }

  [[gnu::always_inline]] static Floats add(const Floats& a, const Floats& b) {
    return make<Floats>([&](std::size_t i) { return V::add(a.part[i], b.part[i]); });
  }
  [[gnu::always_inline]] static Floats sub(const Floats& a, const Floats& b) {
    return make<Floats>([&](std::size_t i) { return V::sub(a.part[i], b.part[i]); });
  }
  [[gnu::always_inline]] static Floats mul(const Floats& a, const Floats& b) {
    return make<Floats>([&](std::size_t i) { return V::mul(a.part[i], b.part[i]); });
  }
  [[gnu::always_inline]] static Floats div(const Floats& a, const Floats& b) {
    return make<Floats>([&](std::size_t i) { return V::div(a.part[i], b.part[i]); });
  }
  [[gnu::always_inline]] static Floats min(const Floats& a, const Floats& b) {
    return make<Floats>([&](std::size_t i) { return V::min(a.part[i], b.part[i]); });
  }
  [[gnu::always_inline]] static Floats max(const Floats& a, const Floats& b) {
    return make<Floats>([&](std::size_t i) { return V::max(a.part[i], b.part[i]); });
  }
  [[gnu::always_inline]] static Integers add(const Integers& a, const Integers& b) {
    return make<Integers>([&](std::size_t i) { return V::add(a.part[i], b.part[i]); });
  }
  [[gnu::always_inline]] static Integers sub(const Integers& a, const Integers& b) {
    return make<Integers>([&](std::size_t i) { return V::sub(a.part[i], b.part[i]); });
  }
  template <int kBits>
  [[gnu::always_inline]] static Integers shift_left(const Integers& a) {
    return make<Integers>([&](std::size_t i) { return V::template shift_left<kBits>(a.part[i]); });
  }
  [[gnu::always_inline]] static Floats convert(const Integers& a) {
    return make<Floats>([&](std::size_t i) { return V::convert(a.part[i]); });
  }
  [[gnu::always_inline]] static Floats as_floats(const Integers& a) {
    return make<Floats>([&](std::size_t i) { return V::as_floats(a.part[i]); });
  }
  [[gnu::always_inline]] static Integers as_integers(const Floats& a) {
    return make<Integers>([&](std::size_t i) { return V::as_integers(a.part[i]); });
  }

 private:
  template <class Result, class Part>
  [[gnu::always_inline]] static Result make(Part part) {
    Result out;
    for (std::size_t i = 0; i < kCount; ++i) out.part[i] = part(i);
    return out;
  }
};

/// Sixteen lanes: as many as stay in registers with a polynomial's intermediate results.
template <class V>
using Wide = Group<V, 4>;

/// The sum over a row of `width` elements in sixteen lanes, an order that every version keeps: element i goes to
/// lane i mod 16; of a rest, whole fours go to the first, second and third vector of the group and what is left to
/// the fourth; then (v0 + v2) + (v1 + v3), and that vector's lanes likewise.
///
/// `full.template operator()<U>(i)` gives U::kLanes (or four) elements from i on, `some(i, count)` the last 1 to 3
/// with zeros behind them.
template <class V, class Full, class Some>
[[gnu::always_inline]] inline float sum_row(std::size_t width, Full full, Some some) {
  using U = Wide<V>;
  auto sums = U::splat(0.0F);
  std::size_t i = 0;
  for (; i + 16 <= width; i += 16) {
    if constexpr (V::kInterleaves) {
      sums = U::add(sums, full.template operator()<U>(i));
    } else {
      for (std::size_t p = 0; p < 4; ++p) sums.part[p] = V::add(sums.part[p], full.template operator()<V>(i + 4 * p));
    }
  }
  auto& [v0, v1, v2, v3] = sums.part;
  if (i + 4 <= width) {
    v0 = V::add(v0, full.template operator()<V>(i));
    i += 4;
  }
  if (i + 4 <= width) {
    v1 = V::add(v1, full.template operator()<V>(i));
    i += 4;
  }
  if (i + 4 <= width) {
    v2 = V::add(v2, full.template operator()<V>(i));
    i += 4;
  }
  if (i < width) v3 = V::add(v3, some(i, width - i));
  return V::sum(V::add(V::add(v0, v2), V::add(v1, v3)));
}

}  // namespace sentibyte::kernels::vector
