// What cannot be done ends in an error that says why.
#include <gtest/gtest.h>

#include "fixtures.h"

namespace sentibyte::quantizer {
namespace {

std::string refusal(std::span<const std::byte> blob, const Options& options, const Texts& texts = {}) {
  const auto product = produce(blob, options, texts);
  EXPECT_FALSE(product.ok());
  return product.ok() ? "" : product.error().message;
}

TEST(BadInput, AnUnknownTensorName) {
  Options options;
  options.rules = {{"nobody*", 4}};
  EXPECT_EQ(refusal(float_fixture("dense"), options, {fixture_texts("dense"), std::nullopt}),
            "--bits-for nobody*: no tensor to quantize has this name");
}

TEST(BadInput, CalibrationIdsOutOfRange) {
  const TokenTexts texts{{1, 60000}, {2}};
  EXPECT_EQ(refusal(float_fixture("dense"), {}, {texts, std::nullopt}).rfind("calibration ids: ids[1]: 60000", 0), 0U);
  EXPECT_EQ(refusal(float_fixture("dense"), {}, {fixture_texts("dense"), texts}).rfind("evaluation ids: ids[1]", 0),
            0U);
}

TEST(BadInput, ATextLongerThanTheModelTakes) {
  const TokenTexts texts{std::vector<std::uint16_t>(5000, 1), {5000}};
  EXPECT_EQ(refusal(float_fixture("gru"), {}, {texts, std::nullopt}).rfind("calibration ids: lengths[0]", 0), 0U);
}

TEST(BadInput, ASearchWithoutCalibrationIds) {
  Options options;
  options.search = SearchSettings{};
  EXPECT_EQ(refusal(float_fixture("dense"), options), "--search: needs calibration ids to compare on (--calibrate)");
}

TEST(BadInput, AModelThatIsQuantizedAlready) {
  const Product product = quantized("dense", {});
  const std::string message = refusal(std::as_bytes(std::span(product.blob)), {});
  EXPECT_NE(message.find("quantized already"), std::string::npos) << message;
}

TEST(BadInput, EveryTruncationAndAThousandDamagedBytesAreRefusedOrQuantized) {
  const auto whole = float_fixture("rnn");
  for (std::size_t size = 0; size < whole.size(); size += 97) {
    EXPECT_FALSE(produce(std::span(whole).first(size), {}, {}).ok()) << size;
  }
  RandomNumbers random(5);
  for (int i = 0; i < 1000; ++i) {
    auto damaged = whole;
    damaged[random.next() % damaged.size()] ^= static_cast<std::byte>(1 + random.next() % 255);
    const auto product = produce(damaged, {}, {});
    EXPECT_TRUE(product.ok() || !product.error().message.empty());
  }
}

TEST(BadInput, AValueWithoutARangeIsNamed) {
  const auto bytes = float_fixture("dense");
  format::ModelT model = tables_of({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  for (auto& value : model.values) value->range.reset();
  const auto blob = write_blob(model);
  const std::string message = refusal(std::as_bytes(std::span(blob)), {});
  EXPECT_NE(message.find(".range: the blob has none for"), std::string::npos) << message;
  EXPECT_NE(message.find("--calibrate"), std::string::npos) << message;
}

TEST(TokenTexts, ReadsLinesAndNamesTheBadOne) {
  const auto good = parse_token_texts("1 2 3\n\n  7\t8\r\n9", "ids.txt");
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good.value().ids, (std::vector<std::uint16_t>{1, 2, 3, 7, 8, 9}));
  EXPECT_EQ(good.value().lengths, (std::vector<std::uint32_t>{3, 2, 1}));
  EXPECT_EQ(parse_token_texts("1 2\n3 x\n", "ids.txt").error().message,
            "ids.txt:2: \"x\" is not a token id (0 to 65535)");
  EXPECT_EQ(parse_token_texts("70000", "ids.txt").error().message,
            "ids.txt:1: \"70000\" is not a token id (0 to 65535)");
  EXPECT_EQ(parse_token_texts("\n\n", "ids.txt").error().message, "ids.txt: no token ids in it");
}

}  // namespace
}  // namespace sentibyte::quantizer
