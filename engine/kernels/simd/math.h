/// Functions of floats as short polynomials, written once over the vector wrapper.
///
/// Only additions, multiplications, divisions and integer operations: the same bits on every machine, and no call
/// into a C library whose last digit differs from one to the next. Errors are the largest seen over the range.
#pragma once

#include <cstddef>
#include <cstdint>

#include "kernels/output.h"
#include "kernels/simd/scalar.h"

namespace sentibyte::kernels::simd {

/// 1.5 * 2^23: adding it to |x| < 2^22 rounds x to an integer, half to even, in the sum's low bits.
inline constexpr float kRound = 12582912.0f;
inline constexpr int32_t kRoundBits = 0x4B400000;

/// Horner's scheme, from the constant term up.
template <class V, size_t kTerms>
typename V::Floats polynomial(typename V::Floats x, const float (&terms)[kTerms]) {
  auto sum = V::splat(terms[kTerms - 1]);
  for (size_t i = kTerms - 1; i-- > 0;) sum = V::add(V::mul(sum, x), V::splat(terms[i]));
  return sum;
}

/// e^x, x clamped to [-87, 88]. Relative error 2e-7; exp(0) is 1.
template <class V>
typename V::Floats exp(typename V::Floats x) {
  static constexpr float kTerms[] = {0.499992311000824f, 0.16667114198207855f, 0.04189012199640274f,
                                     0.008312530815601349f};
  x = V::min(V::max(x, V::splat(-87.0f)), V::splat(88.0f));
  const auto shifted = V::add(V::mul(x, V::splat(1.44269504088896341f)), V::splat(kRound));
  const auto whole = V::sub(shifted, V::splat(kRound));
  // ln 2 in two parts: the first has few bits, so its product with a small integer is exact.
  auto rest = V::sub(x, V::mul(whole, V::splat(0.693359375f)));
  rest = V::sub(rest, V::mul(whole, V::splat(-2.12194440e-4f)));
  const auto curve = V::mul(V::mul(rest, rest), polynomial<V>(rest, kTerms));
  const auto mantissa = V::add(V::add(curve, rest), V::splat(1.0f));
  // The low bits of `shifted` hold the exponent to add; the high bits fall out of the shift.
  const auto exponent = V::template shift_left<23>(V::as_integers(shifted));
  return V::as_floats(V::add(V::as_integers(mantissa), exponent));
}

/// 1 / (1 + e^-x). Absolute error 1e-7.
template <class V>
typename V::Floats sigmoid(typename V::Floats x) {
  const auto one = V::splat(1.0f);
  return V::div(one, V::add(one, exp<V>(V::sub(V::splat(0.0f), x))));
}

/// Absolute error 2e-7.
template <class V>
typename V::Floats tanh(typename V::Floats x) {
  const auto one = V::splat(1.0f);
  return V::sub(one, V::div(V::splat(2.0f), V::add(exp<V>(V::add(x, x)), one)));
}

/// x * (1/2 + erf(x / sqrt 2) / 2), erf as x times a polynomial of x^2 on [-5, 5]. Absolute error 5e-6, 2e-6 where
/// |x| < 5; gelu(0) is 0.
template <class V>
typename V::Floats gelu(typename V::Floats x) {
  static constexpr float kTerms[] = {
      0.14136375486850739f,  -0.07029823213815689f,  0.05152539536356926f,  -0.04039198160171509f,
      0.031356748193502426f, -0.023624984547495842f, 0.016910046339035034f, -0.010165349580347538f,
      0.005113394930958748f, -0.0038870139978826046f, 0.003194395685568452f, -0.0010962879750877619f};
  const auto inner = V::min(V::max(x, V::splat(-5.0f)), V::splat(5.0f));
  const auto square = V::sub(V::mul(V::mul(inner, inner), V::splat(2.0f / 25.0f)), V::splat(1.0f));
  return V::mul(x, V::add(V::splat(0.5f), V::mul(inner, polynomial<V>(square, kTerms))));
}

template <class V, Function kFunction>
typename V::Floats apply(typename V::Floats x) {
  if constexpr (kFunction == Function::Relu) return V::max(x, V::splat(0.0f));
  if constexpr (kFunction == Function::Gelu) return gelu<V>(x);
  if constexpr (kFunction == Function::Tanh) return tanh<V>(x);
  return x;
}

/// Rounds x half to even, clamped to [-limit, limit], limit at most 2^21.
template <class V>
typename V::Integers round(typename V::Floats x, float limit) {
  x = V::min(V::max(x, V::splat(-limit)), V::splat(limit));
  return V::sub(V::as_integers(V::add(x, V::splat(kRound))), V::splat(kRoundBits));
}

/// Steps of the u7 grid from the zero point, for `store_u7`. 256 lies beyond any zero point's reach.
template <class V>
typename V::Integers steps(typename V::Floats x, float inverse_scale) {
  return round<V>(V::mul(x, V::splat(inverse_scale)), 256.0f);
}

}  // namespace sentibyte::kernels::simd
