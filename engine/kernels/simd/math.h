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
    const auto rest = []<float, float... kRest>(typename V::Floats x) __attribute__((always_inline)) {
      return every_other<V, kRest...>(x);
    };
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
  const auto curve = polynomial<V, 0.499992311000824f, 0.16667114198207855f, 0.04189012199640274f,
                                0.008312530815601349f>(rest);
  const auto mantissa =
      V::add(V::add(V::mul(V::mul(rest, rest), curve), rest), V::template constant<1.0f>());
  // The low bits of `shifted` hold the exponent to add; the high bits fall out of the shift.
  const auto exponent = V::template shift_left<23>(V::as_integers(shifted));
  return V::as_floats(V::add(V::as_integers(mantissa), exponent));
}

/// 2^x for x at most 0, clamped to -60. Relative error 3e-6: for weights that become integers.
template <class V>
[[gnu::always_inline]] inline typename V::Floats exp2_coarse(typename V::Floats x) {
  x = V::max(x, V::template constant<-60.0f>());
  const auto round = V::template constant<kRound>();
  const auto shifted = V::add(x, round);
  const auto rest = V::sub(x, V::sub(shifted, round));
  const auto curve = polynomial<V, 1.0f, 0.6931241750717163f, 0.24024099111557007f, 0.055906474590301514f,
                                0.009582859463989735f>(rest);
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

/// x * (1/2 + erf(x / sqrt 2) / 2), erf as x times a polynomial of x^2 on [-4.6, 4.6] that ends in -1 and 1.
/// Absolute error 1.2e-5; exact at 0 and far from it.
template <class V>
[[gnu::always_inline]] inline typename V::Floats gelu(typename V::Floats x) {
  const auto inner = clamp<V, -4.6f, 4.6f>(x);
  // x^2 on [-1, 1]: a polynomial of x^2 itself would lose digits.
  const auto square = V::sub(V::mul(V::mul(inner, inner), V::template constant<2.0f / (4.6f * 4.6f)>()),
                             V::template constant<1.0f>());
  const auto curve =
      polynomial<V, 0.15354344248771667f, -0.0757557600736618f, 0.054136935621500015f, -0.04061540961265564f,
                 0.029527587816119194f, -0.019018780440092087f, 0.010949992574751377f, -0.007850510999560356f,
                 0.005618773400783539f, -0.001840609940700233f>(square);
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
