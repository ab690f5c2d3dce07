// Every option with every other, on a model of each family: the result loads, runs, and is what was asked for.
#include <cmath>

#include <gtest/gtest.h>

#include "fixtures.h"
#include "quantizer/ranges/calibration.h"
#include "quantizer/report/comparison.h"

namespace sentibyte::quantizer {
namespace {

class EveryFamily : public testing::TestWithParam<const char*> {};

TEST_P(EveryFamily, EveryCombinationLoadsRunsAndIsReported) {
  const auto blob = float_fixture(GetParam());
  const TokenTexts texts = fixture_texts(GetParam());
  const auto calibrated = [&] {
    auto opened = Quantizer::open(blob, Options{});
    return calibrate(opened.value().pruned_blob(), texts, 100.0);
  }();
  ASSERT_TRUE(calibrated.ok());
  int combinations = 0;
  for (const Scheme scheme : {Scheme::Symmetric, Scheme::Asymmetric, Scheme::PowerOfTwo}) {
    for (const Granularity granularity : {Granularity::Global, Granularity::Tensor, Granularity::Channel}) {
      for (const RangeChoice range : {RangeChoice::MinMax, RangeChoice::Percentile, RangeChoice::MinimalMse}) {
        for (const Rounding rounding : {Rounding::Nearest, Rounding::Floor, Rounding::SignedMagnitude}) {
          for (const int bits : {8, 5, 4, 2}) {
            for (const double prune : {0.0, 0.6}) {
              Options options;
              options.scheme = scheme;
              options.granularity = granularity;
              options.range = range;
              options.rounding = rounding;
              options.bits = bits;
              options.prune = prune;
              options.prune_scope = combinations % 2 == 0 ? PruneScope::Model : PruneScope::Tensor;
              auto quantizer = Quantizer::open(blob, options);
              ASSERT_TRUE(quantizer.ok());
              ASSERT_FALSE(quantizer.value().prepare(calibrated.value())) << describe(options);
              const auto written = quantizer.value().write();
              const auto answers = answer(written, texts);
              ASSERT_TRUE(answers.ok()) << describe(options) << ": " << answers.error().message;
              for (const float logit : answers.value().logits) ASSERT_TRUE(std::isfinite(logit));
              const Report report = quantizer.value().report();
              const auto engine = Engine::load(std::as_bytes(std::span(written)));
              ASSERT_TRUE(engine.ok());
              const bool fast = engine.value().path() == Path::Fast;
              ASSERT_EQ(report.path, fast ? "fast" : "scalar") << describe(options);
              ASSERT_EQ(report.bytes, written.size());
              ++combinations;
            }
          }
        }
      }
    }
  }
  EXPECT_EQ(combinations, 3 * 3 * 3 * 3 * 4 * 2);
}

TEST_P(EveryFamily, EightBitsStayNearTheFloatModel) {
  Options options;
  options.bits = 8;
  for (const Scheme scheme : {Scheme::Symmetric, Scheme::Asymmetric, Scheme::PowerOfTwo}) {
    options.scheme = scheme;
    const Product product = quantized(GetParam(), options);
    ASSERT_TRUE(product.report.comparison.has_value());
    EXPECT_LT(product.report.comparison->mean_logit_error, 0.12) << describe(options);
    EXPECT_GE(product.report.comparison->agreement, 0.8) << describe(options);
  }
}

TEST_P(EveryFamily, FinerRangesAndMoreBitsBringTheWeightsNearer) {
  const auto noise = [&](Granularity granularity, int bits, RangeChoice range) {
    Options options;
    options.granularity = granularity;
    options.bits = bits;
    options.range = range;
    double noise = 0.0;
    for (const TensorReport& tensor : quantized(GetParam(), options).report.tensors) noise += tensor.errors.squared;
    return noise;
  };
  using enum Granularity;
  EXPECT_LE(noise(Channel, 8, RangeChoice::MinMax), noise(Tensor, 8, RangeChoice::MinMax));
  EXPECT_LE(noise(Tensor, 8, RangeChoice::MinMax), noise(Global, 8, RangeChoice::MinMax));
  EXPECT_LE(noise(Channel, 3, RangeChoice::MinimalMse), noise(Channel, 3, RangeChoice::MinMax));
  for (int bits = 2; bits < 8; ++bits) {
    EXPECT_GT(noise(Channel, bits, RangeChoice::MinMax), noise(Channel, bits + 1, RangeChoice::MinMax)) << bits;
  }
}

TEST_P(EveryFamily, TheSameBytesEveryTime) {
  Options options;
  options.search = SearchSettings{6, 3};
  options.prune = 0.3;
  options.prune_neurons = 0.2;
  options.budget = 20000;
  options.granularity = Granularity::Channel;
  if (std::string(GetParam()) == "transformer") options.budget = 30000;
  EXPECT_EQ(quantized(GetParam(), options).blob, quantized(GetParam(), options).blob);
}

TEST_P(EveryFamily, TheSearchNeverLosesAgainstTheRangesAsFound) {
  Options options;
  options.bits = 4;
  options.search = SearchSettings{25, 1};
  const Product product = quantized(GetParam(), options);
  const auto& search = product.report.search;
  ASSERT_TRUE(search.has_value());
  EXPECT_LT(search->loss, search->loss_before);
  EXPECT_GT(search->improvements, 0);
  // The blob is the one that had this loss.
  const auto original = float_fixture(GetParam());
  const TokenTexts texts = fixture_texts(GetParam());
  const auto wanted = answer({reinterpret_cast<const std::uint8_t*>(original.data()), original.size()}, texts);
  const auto found = answer(product.blob, texts);
  ASSERT_TRUE(wanted.ok() && found.ok());
  EXPECT_EQ(logit_loss(wanted.value(), found.value()), search->loss);
}

INSTANTIATE_TEST_SUITE_P(Fixtures, EveryFamily, testing::ValuesIn(kFamilies),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace sentibyte::quantizer
