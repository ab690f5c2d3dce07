#include "quantizer/budget/widths.h"

#include <memory>

#include <gtest/gtest.h>

#include "fixtures.h"

namespace sentibyte::quantizer {
namespace {

std::vector<std::byte> with_bits_fact(const std::string& text) {
  const auto bytes = float_fixture("dense");
  format::ModelT model = tables_of({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  auto fact = std::make_unique<format::FactT>();
  fact->key = kTrainedWidthsKey;
  fact->value = text;
  model.provenance.push_back(std::move(fact));
  const auto blob = write_blob(model);
  const auto view = std::as_bytes(std::span(blob));
  return {view.begin(), view.end()};
}

std::vector<int> bits_of(const std::vector<std::byte>& blob, const Options& options) {
  auto product = produce(blob, options, {fixture_texts("dense"), std::nullopt});
  EXPECT_TRUE(product.ok());
  std::vector<int> bits;
  for (const TensorReport& tensor : product.value().report.tensors) bits.push_back(tensor.bits);
  return bits;
}

// The fixture's tensors: pieces, ngrams, dense, dense, logits, score.

TEST(Widths, WithoutTrainedOnesRowsTakeFourAndMatricesEight) {
  EXPECT_EQ(bits_of(float_fixture("dense"), {}), (std::vector<int>{4, 4, 8, 8, 8, 8}));
}

TEST(Widths, TrainedOnesAreUsedAndMeanMinMaxRanges) {
  const auto blob = with_bits_fact(R"({"pieces":5,"ngrams":3, "dense":4,"logits":8,"unknown":2})");
  EXPECT_EQ(bits_of(blob, {}), (std::vector<int>{5, 3, 4, 4, 8, 8}));
  Options options;
  options.range = RangeChoice::MinMax;
  const Texts texts{fixture_texts("dense"), std::nullopt};
  const Product chosen = produce(blob, {}, texts).value();
  const Product explicit_range = produce(blob, options, texts).value();
  ASSERT_EQ(chosen.report.tensors.size(), explicit_range.report.tensors.size());
  for (std::size_t i = 0; i < chosen.report.tensors.size(); ++i) {
    EXPECT_EQ(chosen.report.tensors[i].errors.squared, explicit_range.report.tensors[i].errors.squared);
  }
}

TEST(Widths, OptionsWinOverTraining) {
  const auto blob = with_bits_fact(R"({"pieces":5})");
  Options options;
  options.bits = 6;
  options.rules = {{"dense", 7}, {"s*", 3}};
  EXPECT_EQ(bits_of(blob, options), (std::vector<int>{6, 6, 7, 7, 6, 3}));
}

TEST(Widths, AFactOfAnotherKindIsNotMistakenForWidths) {
  for (const char* text :
       {"", "8", "{}", "{\"pieces\":9}", "{\"pieces\":4", "{pieces:4}", "{\"pieces\" 4}", "{\"pieces"}) {
    EXPECT_EQ(bits_of(with_bits_fact(text), {}), (std::vector<int>{4, 4, 8, 8, 8, 8})) << text;
  }
}

}  // namespace
}  // namespace sentibyte::quantizer
