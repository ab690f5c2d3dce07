/// The functions of kernels/vector/math.h, one float at a time. Their coefficients and the order of their roundings are
/// the contract: every version gives these bits.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "kernels/output.h"

namespace sentibyte::kernels::reference {

/// c[0] + c[1] x + c[2] x^2 + ...: one product and one sum after the other.
template <std::size_t kCount>
float horner(const float (&c)[kCount], float x) {
  float sum = 0;
  for (std::size_t i = kCount; i-- > 0;) sum = sum * x + c[i];
  return sum;
}

/// The same, even and odd powers apart, each by Horner's scheme in x^2.
template <std::size_t kCount>
float polynomial(const float (&c)[kCount], float x) {
  const float square = x * x;
  float even_and_odd[2] = {0, 0};
  for (std::size_t i = kCount; i-- > 0;) even_and_odd[i % 2] = even_and_odd[i % 2] * square + c[i];
  return even_and_odd[0] + even_and_odd[1] * x;
}

inline float exp(float x) {
  x = std::clamp(x, -87.0F, 88.0F);
  const float whole = std::nearbyint(x * 1.44269504088896341F);
  float rest = x - whole * 0.693359375F;
  rest = rest + whole * 2.12194440e-4F;
  const float curve =
      polynomial({0.499992311000824F, 0.16667114198207855F, 0.04189012199640274F, 0.008312530815601349F}, rest);
  const float mantissa = (rest * rest * curve + rest) + 1.0F;
  return std::ldexp(mantissa, static_cast<int>(whole));
}

/// 127 * 2^x for x at most 0.
inline float exp2_times_127(float x) {
  x = std::max(-60.0F, x);
  const float whole = std::nearbyint(x);
  return std::ldexp(horner({127.0563F, 89.33797F, 30.28028F}, x - whole), static_cast<int>(whole));
}

inline float sigmoid(float x) { return 1.0F / (1.0F + exp(0.0F - x)); }

inline float tanh(float x) { return 1.0F - 2.0F / (exp(x + x) + 1.0F); }

inline float gelu(float x) {
  const float inner = std::clamp(x, -5.0F, 5.0F);
  const float square = inner * inner * (2.0F / 25.0F) - 1.0F;
  const float curve =
      polynomial({0.14136375486850739F, -0.07029823213815689F, 0.05152539536356926F, -0.04039198160171509F,
                  0.031356748193502426F, -0.023624984547495842F, 0.016910046339035034F, -0.010165349580347538F,
                  0.005113394930958748F, -0.0038870139978826046F, 0.003194395685568452F, -0.0010962879750877619F},
                 square);
  return x * (0.5F + inner * curve);
}

/// After integer sums.
inline float gelu_coarse(float x) {
  const float positive = std::max(x, 0.0F);
  const float t = std::min(positive + (positive - x), 3.4F);
  const float h = horner({0.5102351157910108F, -0.44471900768176514F, 0.05666151983289488F, 0.05536235527159387F,
                          -0.021109897829227123F, 0.0021833950491767463F},
                         t);
  return positive - t * h;
}

/// What a GEMM applies to what its sums stand for.
inline float apply(Function function, float x, bool integer_sums) {
  switch (function) {
    case Function::Relu:
      return std::max(x, 0.0F);
    case Function::Gelu:
      return integer_sums ? gelu_coarse(x) : gelu(x);
    case Function::Tanh:
      return tanh(x);
    default:
      return x;
  }
}

}  // namespace sentibyte::kernels::reference
