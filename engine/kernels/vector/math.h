/// Functions of floats as short polynomials, written once over the vector wrapper.
///
/// Only additions, multiplications, divisions and integer operations: the same bits on every machine, and no call
/// into a C library whose last digit differs from one to the next. Errors are the largest seen over the range.
#pragma once

#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "kernels/output.h"
#include "kernels/vector/scalar.h"

namespace sentibyte::kernels::vector {

/// 1.5 * 2^23: adding it to |x| < 2^22 rounds x to an integer, half to even, in the sum's low bits.
inline constexpr float kRound = 12582912.0F;

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

/// The same as one chain: fewer registers, for where several vectors are at work anyway.
template <class V, float kTerm, float... kTerms>
[[gnu::always_inline]] inline typename V::Floats horner(typename V::Floats x) {
  if constexpr (sizeof...(kTerms) == 0) {
    return V::template constant<kTerm>();
  } else {
    return V::add(V::mul(horner<V, kTerms...>(x), x), V::template constant<kTerm>());
  }
}

template <class V, float kLow, float kHigh>
[[gnu::always_inline]] inline typename V::Floats clamp(typename V::Floats x) {
  return V::min(V::max(x, V::template constant<kLow>()), V::template constant<kHigh>());
}

/// e^x, x clamped to [-87, 88]. Relative error 2e-7; exp(0) is 1.
template <class V>
[[gnu::always_inline]] inline typename V::Floats exp(typename V::Floats x) {
  x = clamp<V, -87.0F, 88.0F>(x);
  const auto round = V::template constant<kRound>();
  const auto shifted = V::add(V::mul(x, V::template constant<1.44269504088896341F>()), round);
  const auto whole = V::sub(shifted, round);
  // ln 2 in two parts: the first has few bits, so its product with a small integer is exact.
  auto rest = V::sub(x, V::mul(whole, V::template constant<0.693359375F>()));
  rest = V::add(rest, V::mul(whole, V::template constant<2.12194440e-4F>()));
  const auto curve =
      polynomial<V, 0.499992311000824F, 0.16667114198207855F, 0.04189012199640274F, 0.008312530815601349F>(rest);
  const auto mantissa = V::add(V::add(V::mul(V::mul(rest, rest), curve), rest), V::template constant<1.0F>());
  // The low bits of `shifted` hold the exponent to add; the high bits fall out of the shift.
  const auto exponent = V::template shift_left<23>(V::as_integers(shifted));
  return V::as_floats(V::add(V::as_integers(mantissa), exponent));
}

/// 127 * 2^x for x at most 0, clamped to -60. Relative error 2e-3, a quarter of a step where the result becomes a u7.
template <class V>
[[gnu::always_inline]] inline typename V::Floats exp2_times_127(typename V::Floats x) {
  x = V::max(V::template constant<-60.0F>(), x);
  const auto round = V::template constant<kRound>();
  const auto shifted = V::add(x, round);
  const auto rest = V::sub(x, V::sub(shifted, round));
  const auto curve = horner<V, 127.0563F, 89.33797F, 30.28028F>(rest);
  return V::as_floats(V::add(V::as_integers(curve), V::template shift_left<23>(V::as_integers(shifted))));
}

/// 1 / (1 + e^-x). Absolute error 1e-7.
template <class V>
[[gnu::always_inline]] inline typename V::Floats sigmoid(typename V::Floats x) {
  const auto one = V::template constant<1.0F>();
  return V::div(one, V::add(one, exp<V>(V::sub(V::splat(0.0F), x))));
}

/// Absolute error 2e-7.
template <class V>
[[gnu::always_inline]] inline typename V::Floats tanh(typename V::Floats x) {
  const auto one = V::template constant<1.0F>();
  return V::sub(one, V::div(V::template constant<2.0F>(), V::add(exp<V>(V::add(x, x)), one)));
}

/// x * (1/2 + erf(x / sqrt 2) / 2), erf as x times a polynomial of x^2 on [-5, 5]. Absolute error 2e-6 where
/// |x| < 5, 1e-6 |x| beyond; gelu(0) is 0.
template <class V>
[[gnu::always_inline]] inline typename V::Floats gelu(typename V::Floats x) {
  const auto inner = clamp<V, -5.0F, 5.0F>(x);
  // x^2 on [-1, 1]: a polynomial of x^2 itself would lose digits.
  const auto square =
      V::sub(V::mul(V::mul(inner, inner), V::template constant<2.0F / 25.0F>()), V::template constant<1.0F>());
  const auto curve =
      polynomial<V, 0.14136375486850739F, -0.07029823213815689F, 0.05152539536356926F, -0.04039198160171509F,
                 0.031356748193502426F, -0.023624984547495842F, 0.016910046339035034F, -0.010165349580347538F,
                 0.005113394930958748F, -0.0038870139978826046F, 0.003194395685568452F, -0.0010962879750877619F>(
          square);
  return V::mul(x, V::add(V::template constant<0.5F>(), V::mul(inner, curve)));
}

/// GELU for where integers of 8 bits come in: max(x, 0) - t h(t), t = |x| up to 3.4, h a polynomial. Absolute error
/// 7e-4, less than a tenth of a u7 step if the range is wider than 1; half as many instructions as `gelu`.
template <class V>
[[gnu::always_inline]] inline typename V::Floats gelu_coarse(typename V::Floats x) {
  const auto positive = V::max(x, V::splat(0.0F));
  // |x| by sums: of max(x, -x) compilers make what has another sign for -0.
  const auto t = V::min(V::add(positive, V::sub(positive, x)), V::template constant<3.4F>());
  const auto h = horner<V, 0.5102351157910108F, -0.44471900768176514F, 0.05666151983289488F, 0.05536235527159387F,
                        -0.021109897829227123F, 0.0021833950491767463F>(t);
  return V::sub(positive, V::mul(t, h));
}

/// `Sum` is the type of the sums that x was made from.
template <class V, Function kFunction, class Sum>
[[gnu::always_inline]] inline typename V::Floats apply(typename V::Floats x) {
  if constexpr (kFunction == Function::Relu) return V::max(x, V::splat(0.0F));
  if constexpr (kFunction == Function::Gelu) return std::is_integral_v<Sum> ? gelu_coarse<V>(x) : gelu<V>(x);
  if constexpr (kFunction == Function::Tanh) return tanh<V>(x);
  return x;
}

/// Rounds x half to even, |x| below 2^21.
template <class V>
[[gnu::always_inline]] inline typename V::Integers low_bits(typename V::Floats x) {
  const auto round = V::template constant<kRound>();
  return V::sub(V::as_integers(V::add(x, round)), V::as_integers(round));
}

/// Steps of the u7 grid from the zero point, for `store_u7`. -256 lies beyond any zero point's reach, and is what
/// becomes of no number; no bound is needed above, where a float's bits grow with it, up to those of infinity.
template <class V>
[[gnu::always_inline]] inline typename V::Integers steps(typename V::Floats x, float inverse_scale) {
  return low_bits<V>(V::max(V::template constant<-256.0F>(), V::mul(x, V::splat(inverse_scale))));
}

}  // namespace sentibyte::kernels::vector
