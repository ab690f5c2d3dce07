// Widths within a budget, on whole models.
#include <gtest/gtest.h>

#include "fixtures.h"

namespace sentibyte::quantizer {
namespace {

/// Noise over signal, summed over the tensors: what the choice of widths lowers.
double total_error(const Report& report) {
  double error = 0.0;
  for (const TensorReport& tensor : report.tensors) error += tensor.errors.squared / tensor.errors.signal;
  return error;
}

class Budget : public testing::TestWithParam<const char*> {};

TEST_P(Budget, WithinItAndNeverWorseThanTheUniformWidthOfTheSameSize) {
  for (const Scheme scheme : {Scheme::Symmetric, Scheme::PowerOfTwo}) {
    for (int bits = kFewestBits; bits <= kMostBits; ++bits) {
      Options options;
      options.scheme = scheme;
      options.range = RangeChoice::MinimalMse;
      options.bits = bits;
      const Product uniform = quantized(GetParam(), options);
      options.bits.reset();
      // The two blobs differ in the line that says how they were made; the budget allows for that.
      options.budget = uniform.blob.size() + 64;
      const Product chosen = quantized(GetParam(), options);
      EXPECT_LE(chosen.blob.size(), *options.budget) << bits;
      EXPECT_LE(total_error(chosen.report), total_error(uniform.report) * (1 + 1e-12)) << bits;
    }
  }
}

TEST_P(Budget, OneThatABlobMeetsToTheByteIsSpent) {
  Options options;
  options.bits = 4;
  const std::size_t uniform = quantized(GetParam(), options).blob.size();
  options.bits.reset();
  options.budget = uniform + uniform / 10;  // some tensors get more bits, not all
  const Product roomy = quantized(GetParam(), options);
  ASSERT_EQ(std::to_string(roomy.blob.size()).size(), std::to_string(*options.budget).size())
      << "the blob says its budget, and would be shorter";
  options.budget = roomy.blob.size();
  const Product exact = quantized(GetParam(), options);
  // Alignment may cost the last few bytes; who spends none of the budget has three times the error.
  EXPECT_GE(exact.blob.size(), roomy.blob.size() - 64);
  EXPECT_LE(total_error(exact.report), total_error(roomy.report) * 1.2);
}

TEST_P(Budget, AWidthThatWasSetStays) {
  Options options;
  options.rules = {{"pieces", 7}};
  options.budget = 40000;
  for (const TensorReport& tensor : quantized(GetParam(), options).report.tensors) {
    if (tensor.name == "pieces") {
      EXPECT_EQ(tensor.bits, 7);
    }
  }
}

TEST_P(Budget, AnImpossibleOneNamesTheSmallestSize) {
  Options options;
  options.budget = 1000;
  const auto refused = produce(float_fixture(GetParam()), options, {fixture_texts(GetParam()), std::nullopt});
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("--budget 1000: this model takes "), std::string::npos)
      << refused.error().message;
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Budget, testing::ValuesIn(kFamilies),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace sentibyte::quantizer
