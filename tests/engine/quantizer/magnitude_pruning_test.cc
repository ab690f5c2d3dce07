#include "quantizer/pruning/magnitude_pruning.h"

#include <vector>

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

using Floats = std::vector<float>;

TEST(PruneTensor, TheSmallestGo) {
  Floats numbers{0.5F, -0.1F, 2.0F, -3.0F, 0.2F};
  EXPECT_EQ(prune_tensor(numbers, 0.4), 2U);
  EXPECT_EQ(numbers, (Floats{0.5F, 0.0F, 2.0F, -3.0F, 0.0F}));
}

TEST(PruneTensor, OfEqualMagnitudesTheFirstGo) {
  Floats numbers{1.0F, -1.0F, 1.0F, 1.0F};
  EXPECT_EQ(prune_tensor(numbers, 0.5), 2U);
  EXPECT_EQ(numbers, (Floats{0.0F, 0.0F, 1.0F, 1.0F}));
}

TEST(PruneTensor, ZeroesThatWereThereAreCountedAndUsedFirst) {
  Floats numbers{0.0F, 0.0F, 1.0F, 2.0F};
  EXPECT_EQ(prune_tensor(numbers, 0.25), 2U);
  EXPECT_EQ(numbers, (Floats{0.0F, 0.0F, 1.0F, 2.0F}));
}

TEST(PruneTensor, NothingAndEverything) {
  Floats numbers{1.0F, 2.0F};
  EXPECT_EQ(prune_tensor(numbers, 0.0), 0U);
  EXPECT_EQ(numbers, (Floats{1.0F, 2.0F}));
  EXPECT_EQ(prune_tensor(numbers, 1.0), 2U);
  EXPECT_EQ(numbers, (Floats{0.0F, 0.0F}));
  EXPECT_EQ(prune_tensor({}, 0.5), 0U);
}

TEST(PruneModel, OneThresholdForAllTensors) {
  Floats small{0.1F, 0.2F, 0.3F, 0.4F};
  Floats large{1.0F, 2.0F, 3.0F, 4.0F};
  const std::span<float> tensors[] = {small, large};
  EXPECT_EQ(prune_model(tensors, 0.5), 4U);
  EXPECT_EQ(small, (Floats{0.0F, 0.0F, 0.0F, 0.0F}));
  EXPECT_EQ(large, (Floats{1.0F, 2.0F, 3.0F, 4.0F}));
}

}  // namespace
}  // namespace sentibyte::quantizer
