#include "kernels/recurrent/recurrent.h"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "kernels/reference/functions.h"
#include "kernels/samples.h"

namespace sentibyte::kernels {
namespace {

using tests::Random;

/// One element at a time.
std::vector<float> gru_reference(const std::vector<float>& x, const std::vector<float>& u,
                                 const std::vector<float>& state) {
  const std::size_t hidden = state.size();
  std::vector<float> out;
  for (std::size_t i = 0; i < hidden; ++i) {
    const float reset = reference::sigmoid(x[i] + u[i]);
    const float update = reference::sigmoid(x[hidden + i] + u[hidden + i]);
    const float candidate = reference::tanh(x[2 * hidden + i] + reset * u[2 * hidden + i]);
    out.push_back(candidate + update * (state[i] - candidate));
  }
  return out;
}

double logistic(double x) { return 1 / (1 + std::exp(-x)); }

class RecurrentVersion : public testing::TestWithParam<std::size_t> {};

TEST_P(RecurrentVersion, GruFollowsItsEquations) {
  Random random(1);
  for (const std::size_t hidden : {1, 4, 7, 8, 13, 64}) {
    const auto x = random.reals(3 * hidden, -4, 4);
    const auto u = random.reals(3 * hidden, -4, 4);
    const auto before = random.reals(hidden, -1, 1);
    const auto run = [&](std::size_t index, std::vector<float>& state, std::vector<std::uint8_t>& quantized) {
      state = before;
      quantized.assign(hidden, 0);
      std::vector<float> row(hidden);
      RecurrentStep task{.input = x, .recurrent = u, .state = state};
      task.output = {row.data(), hidden, quantized.data(), hidden, {.inverse_scale = 63.5F, .zero_point = 64}};
      gru_step_versions[index].function(task);
      tests::expect_same_bits(state, row);
    };
    std::vector<float> actual;
    std::vector<std::uint8_t> actual_u7;
    run(GetParam(), actual, actual_u7);
    tests::expect_same_bits(gru_reference(x, u, before), actual);
    for (std::size_t i = 0; i < hidden; ++i) {
      const double r = logistic(double{x[i]} + u[i]);
      const double z = logistic(double{x[hidden + i]} + u[hidden + i]);
      const double n = std::tanh(x[2 * hidden + i] + r * u[2 * hidden + i]);
      ASSERT_NEAR(actual[i], (1 - z) * n + z * before[i], 2e-6);
      ASSERT_EQ(actual_u7[i], static_cast<std::uint8_t>(std::nearbyint(actual[i] * 63.5F) + 64));
    }
  }
}

TEST_P(RecurrentVersion, SimpleRnnFollowsItsEquation) {
  Random random(2);
  for (const std::size_t hidden : {1, 5, 8, 19}) {
    const auto x = random.reals(hidden, -4, 4);
    const auto u = random.reals(hidden, -4, 4);
    std::vector<float> expected;
    for (std::size_t i = 0; i < hidden; ++i) expected.push_back(reference::tanh(x[i] + u[i]));
    std::vector<float> actual(hidden);
    rnn_step_versions[GetParam()].function({.input = x, .recurrent = u, .state = actual});
    tests::expect_same_bits(expected, actual);
    for (std::size_t i = 0; i < hidden; ++i) ASSERT_NEAR(actual[i], std::tanh(double{x[i]} + u[i]), 1e-6);
  }
}

INSTANTIATE_TEST_SUITE_P(All, RecurrentVersion, testing::Range<std::size_t>(0, gru_step_versions.size()),
                         [](const auto& info) { return std::string(gru_step_versions[info.param].name); });

}  // namespace
}  // namespace sentibyte::kernels
