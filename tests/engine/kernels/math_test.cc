#include "kernels/vector/math.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "kernels/kernel.h"
#include "kernels/reference/functions.h"
#include "kernels/samples.h"
#if SENTIBYTE_HAS_SIMD
#include "kernels/vector/wasm.h"
#endif

namespace sentibyte::kernels::vector {
namespace {

/// -100..100, dense near 0, with the clamps' borders, huge values and both zeros.
std::vector<float> arguments() {
  std::vector<float> out;
  for (int i = -40000; i <= 40000; ++i) out.push_back(static_cast<float>(i) / 400.0F);
  for (int i = -4000; i <= 4000; ++i) out.push_back(static_cast<float>(i) / 4e6F);
  for (const float x : {-0.0F, 0.0F, 87.0F, 87.5F, 88.0F, 5.0F, 4.9999995F, 1e-30F, 1e30F, 3e38F}) {
    out.push_back(x);
    out.push_back(-x);
  }
  while (out.size() % 4) out.push_back(0);
  return out;
}

template <class V>
struct Functions {
  using Floats = typename V::Floats;
  static Floats exponential(Floats x) { return exp<V>(x); }
  static Floats logistic(Floats x) { return sigmoid<V>(x); }
  static Floats hyperbolic(Floats x) { return tanh<V>(x); }
  static Floats gaussian(Floats x) { return gelu<V>(x); }
  static Floats coarse_gaussian(Floats x) { return gelu_coarse<V>(x); }
  static Floats power(Floats x) { return exp2_times_127<V>(x); }
  static Floats rounded(Floats x) { return V::convert(low_bits<V>(clamp<V, -256.0F, 256.0F>(x))); }
};

template <class V>
std::vector<float> evaluate(const std::vector<float>& x, typename V::Floats (*function)(typename V::Floats)) {
  std::vector<float> out(x.size());
  for (std::size_t i = 0; i < x.size(); i += 4) V::store(&out[i], function(V::load(&x[i])));
  return out;
}

using Portable = Functions<Scalar>;

TEST(Exponential, IsCloseToTheRealOne) {
  const auto x = arguments();
  const auto y = evaluate<Scalar>(x, Portable::exponential);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double expected = std::exp(std::clamp(static_cast<double>(x[i]), -87.0, 88.0));
    ASSERT_NEAR(y[i] / expected, 1.0, 3e-7) << "e^" << x[i];
  }
  EXPECT_EQ(evaluate<Scalar>({0, -0.0F, 0, 0}, Portable::exponential)[1], 1.0F);
}

TEST(Sigmoid, IsCloseToTheRealOne) {
  const auto x = arguments();
  const auto y = evaluate<Scalar>(x, Portable::logistic);
  for (std::size_t i = 0; i < x.size(); ++i) {
    ASSERT_NEAR(y[i], 1 / (1 + std::exp(-static_cast<double>(x[i]))), 1.5e-7) << x[i];
  }
}

TEST(Tanh, IsCloseToTheRealOne) {
  const auto x = arguments();
  const auto y = evaluate<Scalar>(x, Portable::hyperbolic);
  for (std::size_t i = 0; i < x.size(); ++i) ASSERT_NEAR(y[i], std::tanh(static_cast<double>(x[i])), 2.5e-7) << x[i];
  EXPECT_EQ(evaluate<Scalar>({0, 0, 0, 0}, Portable::hyperbolic)[0], 0.0F);
}

TEST(Gelu, IsCloseToTheRealOne) {
  const auto x = arguments();
  const auto y = evaluate<Scalar>(x, Portable::gaussian);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double at = x[i];
    const double expected = at * 0.5 * (1 + std::erf(at / std::sqrt(2.0)));
    ASSERT_NEAR(y[i], expected, std::max(3e-6, 1e-6 * std::abs(at))) << x[i];
  }
  EXPECT_EQ(evaluate<Scalar>({0, 0, 0, 0}, Portable::gaussian)[0], 0.0F);
}

TEST(CoarseGelu, IsCloserThanATenthOfAU7StepWouldBe) {
  const auto x = arguments();
  const auto y = evaluate<Scalar>(x, Portable::coarse_gaussian);
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double at = x[i];
    ASSERT_NEAR(y[i], at * 0.5 * (1 + std::erf(at / std::sqrt(2.0))), 7e-4) << x[i];
  }
  EXPECT_EQ(evaluate<Scalar>({0, 0, 0, 0}, Portable::coarse_gaussian)[0], 0.0F);
}

TEST(PowerOfTwo, IsCloseToTheRealOne) {
  std::vector<float> x;
  for (int i = 0; i <= 24000; ++i) x.push_back(static_cast<float>(-i) / 400.0F);
  while (x.size() % 4) x.push_back(0);
  const auto y = evaluate<Scalar>(x, Portable::power);
  for (std::size_t i = 0; i < x.size(); ++i)
    ASSERT_NEAR(y[i] / (127 * std::exp2(static_cast<double>(x[i]))), 1.0, 2e-3);
  EXPECT_EQ(evaluate<Scalar>({-1e30F, -60.0F, -INFINITY, NAN}, Portable::power)[0], y[24000]);
}

TEST(LowBits, AreTheNumberRoundedHalfToEven) {
  const std::vector<float> x = {0.5F, 1.5F, 2.5F, -0.5F, -1.5F, 0.49999997F, 255.5F, 300.0F, -1e30F, -256.4F, 7, -7};
  const std::vector<float> expected = {0, 2, 2, 0, -2, 0, 256, 256, -256, -256, 7, -7};
  EXPECT_EQ(evaluate<Scalar>(x, Portable::rounded), expected);
}

template <class V>
void expect_the_bits_of_the_reference() {
  const auto x = arguments();
  const auto same = [&](float (*reference)(float), typename V::Floats (*vector)(typename V::Floats)) {
    std::vector<float> expected;
    for (const float argument : x) expected.push_back(reference(argument));
    tests::expect_same_bits(expected, evaluate<V>(x, vector));
  };
  same(reference::exp, Functions<V>::exponential);
  same(reference::sigmoid, Functions<V>::logistic);
  same(reference::tanh, Functions<V>::hyperbolic);
  same(reference::gelu, Functions<V>::gaussian);
  same(reference::gelu_coarse, Functions<V>::coarse_gaussian);
  const auto power = [](float argument) { return reference::exp2_times_127(std::min(argument, 0.0F)); };
  same(power, [](typename V::Floats argument) { return exp2_times_127<V>(V::min(argument, V::splat(0.0F))); });
}

TEST(Scalar, EveryFunctionHasTheBitsOfTheReference) { expect_the_bits_of_the_reference<Scalar>(); }

#if SENTIBYTE_HAS_SIMD
TEST(Wasm, EveryFunctionHasTheBitsOfTheReference) {
  expect_the_bits_of_the_reference<Wasm>();
  const auto x = arguments();
  tests::expect_same_bits(evaluate<Scalar>(x, Portable::rounded), evaluate<Wasm>(x, Functions<Wasm>::rounded));
}
#endif

}  // namespace
}  // namespace sentibyte::kernels::vector
