#include "quantizer/ranges/random_search.h"

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

double distance_to_target(std::span<const float> factors) {
  constexpr float kTarget[] = {0.7F, 1.1F, 0.9F};
  double sum = 0.0;
  for (std::size_t i = 0; i < factors.size(); ++i) {
    sum += static_cast<double>((factors[i] - kTarget[i]) * (factors[i] - kTarget[i]));
  }
  return sum;
}

TEST(RandomSearch, FindsItsWayAndNeverGetsWorse) {
  const SearchOutcome outcome = search_randomly(3, {200, 1}, distance_to_target);
  EXPECT_NEAR(outcome.loss_before, 0.11, 1e-6);
  EXPECT_LT(outcome.loss, 0.01);
  EXPECT_GT(outcome.improvements, 3);
  EXPECT_EQ(outcome.loss, distance_to_target(outcome.factors));
}

TEST(RandomSearch, TheSeedDecidesEverything) {
  const SearchOutcome first = search_randomly(3, {50, 9}, distance_to_target);
  const SearchOutcome again = search_randomly(3, {50, 9}, distance_to_target);
  const SearchOutcome other = search_randomly(3, {50, 10}, distance_to_target);
  EXPECT_EQ(first.factors, again.factors);
  EXPECT_NE(first.factors, other.factors);
}

TEST(RandomSearch, StaysWithinItsLimits) {
  const SearchOutcome outcome = search_randomly(2, {300, 3}, [](std::span<const float> factors) {
    return static_cast<double>(factors[0]) - static_cast<double>(factors[1]);
  });
  EXPECT_GE(outcome.factors[0], kLeastFactor);
  EXPECT_LE(outcome.factors[1], kMostFactor);
  EXPECT_LT(outcome.factors[0], 0.4F);
}

TEST(RandomSearch, NoTrialsAndNothingToSearch) {
  EXPECT_EQ(search_randomly(2, {0, 1}, distance_to_target).factors, (std::vector<float>{1.0F, 1.0F}));
  EXPECT_TRUE(search_randomly(0, {5, 1}, distance_to_target).factors.empty());
}

TEST(RandomNumbers, AreTheKnownSplitMixSequence) {
  RandomNumbers random(0);
  EXPECT_EQ(random.next(), 0xE220A8397B1DCDAFULL);
  EXPECT_EQ(random.next(), 0x6E789E6AA1B965F4ULL);
}

}  // namespace
}  // namespace sentibyte::quantizer
