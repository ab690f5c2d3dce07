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

/// Every other of `kTerms`, from the first: Horner's scheme in the square of the argument.
template <class V, float kTerm, float... kTerms>
[[gnu::always_inline]] inline typename V::Floats every_other(typename V::Floats square) {
  if constexpr (sizeof...(kTerms) < 2) {
    return V::template constant<kTerm>();
  } else {
    const auto rest = []<float, float... kRest>(typename V::Floats x)
                          __attribute__((always_inline)) { return every_other<V, kRest...>(x); };
    return V::add(V::mul(rest.template operator()<kTerms...>(square), square), V::template constant<kTerm>());
  }
}

/// kTerm + kTerms[0] x + kTerms[1] x^2 + ... as two chains, even powers and odd ones: half as long to wait for.
template <class V, float kTerm, float... kTerms>
[[gnu::always_inline]] inline typename V::Floats polynomial(typename V::Floats x) {
  const auto square = V::mul(x, x);
  return V::add(every_other<V, kTerm, kTerms...>(square), V::mul(every_other<V, kTerms...>(square), x));
}

template <class V, float kLow, float kHigh>
[[gnu::always_inline]] inline typename V::Floats clamp(typename V::Floats x) {
  return V::min(V::max(x, V::template constant<kLow>()), V::template constant<kHigh>());
}

/// e^x, x clamped to [-87, 88]. Relative error 2e-7; exp(0) is 1.
template <class V>
[[gnu::always_inline]] inline typename V::Floats exp(typename V::Floats x) {
  x = clamp<V, -87.0f, 88.0f>(x);
  const auto round = V::template constant<kRound>();
  const auto shifted = V::add(V::mul(x, V::template constant<1.44269504088896341f>()), round);
  const auto whole = V::sub(shifted, round);
  // ln 2 in two parts: the first has few bits, so its product with a small integer is exact.
  auto rest = V::sub(x, V::mul(whole, V::template constant<0.693359375f>()));
  rest = V::add(rest, V::mul(whole, V::template constant<2.12194440e-4f>()));
  const auto curve =
      polynomial<V, 0.499992311000824f, 0.16667114198207855f, 0.04189012199640274f, 0.008312530815601349f>(rest);
  const auto mantissa = V::add(V::add(V::mul(V::mul(rest, rest), curve), rest), V::template constant<1.0f>());
  // The low bits of `shifted` hold the exponent to add; the high bits fall out of the shift.
  const auto exponent = V::template shift_left<23>(V::as_integers(shifted));
  return V::as_floats(V::add(V::as_integers(mantissa), exponent));
}

/// 2^(x + power) for x at most 0, clamped to -60. Relative error 1e-4: for weights that become integers.
template <class V>
[[gnu::always_inline]] inline typename V::Floats exp2_coarse(typename V::Floats x, int32_t power) {
  x = V::max(x, V::template constant<-60.0f>());
  const auto round = V::splat(kRound + static_cast<float>(power));
  const auto shifted = V::add(x, round);  // its low bits: the rounded x plus power
  const auto rest = V::sub(x, V::sub(shifted, round));
  const auto curve = polynomial<V, 1.0f, 0.693282961845398f, 0.24221104383468628f, 0.05500863865017891f>(rest);
  return V::as_floats(V::add(V::as_integers(curve), V::template shift_left<23>(V::as_integers(shifted))));
}

/// 1 / (1 + e^-x). Absolute error 1e-7.
template <class V>
[[gnu::always_inline]] inline typename V::Floats sigmoid(typename V::Floats x) {
  const auto one = V::template constant<1.0f>();
  return V::div(one, V::add(one, exp<V>(V::sub(V::splat(0.0f), x))));
}

/// Absolute error 2e-7.
template <class V>
[[gnu::always_inline]] inline typename V::Floats tanh(typename V::Floats x) {
  const auto one = V::template constant<1.0f>();
  return V::sub(one, V::div(V::template constant<2.0f>(), V::add(exp<V>(V::add(x, x)), one)));
}

/// x * (1/2 + erf(x / sqrt 2) / 2), erf as x times a polynomial of x^2 on [-5, 5]. Absolute error 2e-6 where
/// |x| < 5, 1e-6 |x| beyond; gelu(0) is 0.
template <class V>
[[gnu::always_inline]] inline typename V::Floats gelu(typename V::Floats x) {
  const auto inner = clamp<V, -5.0f, 5.0f>(x);
  // x^2 on [-1, 1]: a polynomial of x^2 itself would lose digits.
  const auto square =
      V::sub(V::mul(V::mul(inner, inner), V::template constant<2.0f / 25.0f>()), V::template constant<1.0f>());
  const auto curve =
      polynomial<V, 0.14136375486850739f, -0.07029823213815689f, 0.05152539536356926f, -0.04039198160171509f,
                 0.031356748193502426f, -0.023624984547495842f, 0.016910046339035034f, -0.010165349580347538f,
                 0.005113394930958748f, -0.0038870139978826046f, 0.003194395685568452f, -0.0010962879750877619f>(
          square);
  return V::mul(x, V::add(V::template constant<0.5f>(), V::mul(inner, curve)));
}

template <class V, Function kFunction>
[[gnu::always_inline]] inline typename V::Floats apply(typename V::Floats x) {
  if constexpr (kFunction == Function::Relu) return V::max(x, V::splat(0.0f));
  if constexpr (kFunction == Function::Gelu) return gelu<V>(x);
  if constexpr (kFunction == Function::Tanh) return tanh<V>(x);
  return x;
}

/// What `round` makes of a float before its bits are taken for an integer.
template <class V>
[[gnu::always_inline]] inline typename V::Integers low_bits(typename V::Floats x) {
  const auto round = V::template constant<kRound>();
  return V::sub(V::as_integers(V::add(x, round)), V::as_integers(round));
}

/// Rounds x half to even, clamped to [-limit, limit], limit at most 2^21.
template <class V>
[[gnu::always_inline]] inline typename V::Integers round(typename V::Floats x, float limit) {
  return low_bits<V>(V::min(V::max(x, V::splat(-limit)), V::splat(limit)));
}

/// Steps of the u7 grid from the zero point, for `store_u7`. 256 lies beyond any zero point's reach.
template <class V>
[[gnu::always_inline]] inline typename V::Integers steps(typename V::Floats x, float inverse_scale) {
  return low_bits<V>(clamp<V, -256.0f, 256.0f>(V::mul(x, V::splat(inverse_scale))));
}

}  // namespace sentibyte::kernels::simd
