// What the report says of two models' answers, on answers that can be counted by hand.
#include "quantizer/report/comparison.h"

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

/// Three texts, two classes: logits and the raw score, then probabilities and the score.
Answers answers(std::vector<float> logits, std::vector<float> results) {
  return {3, std::move(logits), std::move(results)};
}

TEST(ComparisonTest, EveryTextCountsForItself) {
  const Answers original = answers({1, 2, 9, 4, 3, 9, 5, 6, 9}, {0, 1, 0.5F, 1, 0, -0.5F, 0, 1, 0.25F});
  const Answers quantized = answers({1, 2.5F, 7, 4, 3, 7, 8, 6, 7}, {0, 1, 0.5F, 1, 0, 0.5F, 1, 0, 0.75F});
  const Comparison found = compare(original, quantized);
  EXPECT_EQ(found.texts, 3U);
  EXPECT_DOUBLE_EQ(found.agreement, 2.0 / 3);
  EXPECT_DOUBLE_EQ(found.mean_logit_error, (0.5 + 3.0) / 6);
  EXPECT_DOUBLE_EQ(found.max_logit_error, 3.0);
  EXPECT_DOUBLE_EQ(found.mean_score_error, (0.0 + 1.0 + 0.5) / 3);
  // The raw score is among the logits of the loss, not among those of the report.
  EXPECT_DOUBLE_EQ(logit_loss(original, quantized), (0.25 + 9.0 + 3 * 4.0) / 9);
}

TEST(ComparisonTest, AModelAgreesWithItself) {
  const Answers same = answers({1, 2, 9, 4, 3, 9, 5, 6, 9}, {0, 1, 0.5F, 1, 0, -0.5F, 0, 1, 0.25F});
  const Comparison found = compare(same, same);
  EXPECT_EQ(found.agreement, 1.0);
  EXPECT_EQ(found.max_logit_error, 0.0);
  EXPECT_EQ(logit_loss(same, same), 0.0);
}

}  // namespace
}  // namespace sentibyte::quantizer
