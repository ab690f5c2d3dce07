#include "quantizer/codes/weight_codes.h"

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

TEST(StoredSize, AZeroPointIsAByteForEachGrid) {
  Weight weight;
  weight.rows = 3;
  weight.row_size = 4;
  weight.numbers = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
  const WeightCodes codes{8, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, std::vector<Grid>(3), {}};
  EXPECT_EQ(stored_size(weight, codes, Scheme::Symmetric).bytes, 12U + 3 * 4);
  EXPECT_EQ(stored_size(weight, codes, Scheme::Asymmetric).bytes, 12U + 3 * 5);
}

}  // namespace
}  // namespace sentibyte::quantizer
