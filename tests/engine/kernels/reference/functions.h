/// The functions of kernels/vector/math.h, one float at a time. Their coefficients and the order of their roundings are
/// the contract: every version gives these bits.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "kernels/output.h"

namespace sentibyte::kernels::reference {

/// c[0] + c[1] x + c[2] x^2 + ...: one product and one sum after the other.
template <size_t kCount>
float horner(const float (&c)[kCount], float x) {
  float sum = 0;
  for (size_t i = kCount; i-- > 0;) sum = sum * x + c[i];
  return sum;
}

/// The same, even and odd powers apart, each by Horner's scheme in x^2.
template <size_t kCount>
float polynomial(const float (&c)[kCount], float x) {
  const float square = x * x;
  float even_and_odd[2] = {0, 0};
  for (size_t i = kCount; i-- > 0;) even_and_odd[i % 2] = even_and_odd[i % 2] * square + c[i];
  return even_and_odd[0] + even_and_odd[1] * x;
}

inline float exp(float x) {
  x = std::clamp(x, -87.0f, 88.0f);
  const float whole = std::nearbyint(x * 1.44269504088896341f);
  float rest = x - whole * 0.693359375f;
  rest = rest + whole * 2.12194440e-4f;
  const float curve =
      polynomial({0.499992311000824f, 0.16667114198207855f, 0.04189012199640274f, 0.008312530815601349f}, rest);
  const float mantissa = (rest * rest * curve + rest) + 1.0f;
  return std::ldexp(mantissa, static_cast<int>(whole));
}

/// 127 * 2^x for x at most 0.
inline float exp2_times_127(float x) {
  x = std::max(-60.0f, x);
  const float whole = std::nearbyint(x);
  return std::ldexp(horner({127.0563f, 89.33797f, 30.28028f}, x - whole), static_cast<int>(whole));
}

inline float sigmoid(float x) { return 1.0f / (1.0f + exp(0.0f - x)); }

inline float tanh(float x) { return 1.0f - 2.0f / (exp(x + x) + 1.0f); }

inline float gelu(float x) {
  const float inner = std::clamp(x, -5.0f, 5.0f);
  const float square = inner * inner * (2.0f / 25.0f) - 1.0f;
  const float curve =
      polynomial({0.14136375486850739f, -0.07029823213815689f, 0.05152539536356926f, -0.04039198160171509f,
                  0.031356748193502426f, -0.023624984547495842f, 0.016910046339035034f, -0.010165349580347538f,
                  0.005113394930958748f, -0.0038870139978826046f, 0.003194395685568452f, -0.0010962879750877619f},
                 square);
  return x * (0.5f + inner * curve);
}

/// After integer sums.
inline float gelu_coarse(float x) {
  const float positive = std::max(x, 0.0f);
  const float t = std::min(positive + (positive - x), 3.4f);
  const float h = horner({0.5102351157910108f, -0.44471900768176514f, 0.05666151983289488f, 0.05536235527159387f,
                          -0.021109897829227123f, 0.0021833950491767463f},
                         t);
  return positive - t * h;
}

/// What a GEMM applies to what its sums stand for.
inline float apply(Function function, float x, bool integer_sums) {
  switch (function) {
    case Function::Relu:
      return std::max(x, 0.0f);
    case Function::Gelu:
      return integer_sums ? gelu_coarse(x) : gelu(x);
    case Function::Tanh:
      return tanh(x);
    default:
      return x;
  }
}

}  // namespace sentibyte::kernels::reference
