#include "quantizer/text/pattern.h"

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

TEST(Pattern, Matches) {
  EXPECT_TRUE(matches("dense.weight", "dense.weight"));
  EXPECT_TRUE(matches("*.weight", "layers.0.ffn.weight"));
  EXPECT_TRUE(matches("layers.?.ffn*", "layers.0.ffn.weight"));
  EXPECT_TRUE(matches("*", ""));
  EXPECT_TRUE(matches("*a*b*", "xxaxxbxx"));
  EXPECT_FALSE(matches("*.weight", "dense.bias"));
  EXPECT_FALSE(matches("dense", "dense.weight"));
  EXPECT_FALSE(matches("?", ""));
  EXPECT_FALSE(matches("*a*b*", "xxbxxaxx"));
}

}  // namespace
}  // namespace sentibyte::quantizer
