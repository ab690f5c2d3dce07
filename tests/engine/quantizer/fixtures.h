// The engine's golden models as material for the quantizer, and ways to look into what it wrote.
#pragma once

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "format/reader.h"
#include "quantizer/network.h"
#include "quantizer/produce.h"
#include "quantizer/text/token_texts.h"

namespace sentibyte::quantizer {

inline constexpr const char* kFamilies[] = {"dense", "cnn", "rnn", "gru", "transformer"};

inline std::string read_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file.good()) << path;
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::vector<std::byte> float_fixture(const std::string& family) {
  const std::string bytes = read_text("tests/golden/engine/" + family + ".float.sbm");
  const auto view = std::as_bytes(std::span(bytes));
  return {view.begin(), view.end()};
}

/// The texts of the golden file, as ids.
inline TokenTexts fixture_texts(const std::string& family) {
  std::istringstream golden(read_text("tests/golden/engine/" + family + ".float.txt"));
  std::string lines;
  for (std::string line; std::getline(golden, line);) {
    if (line.rfind("ids ", 0) == 0) lines += line.substr(4) + "\n";
  }
  auto texts = parse_token_texts(lines, family);
  EXPECT_TRUE(texts.ok());
  return std::move(texts).value();
}

inline format::ModelT tables_of(std::span<const std::uint8_t> blob) {
  const auto read = format::read(std::as_bytes(blob), Limits{});
  EXPECT_TRUE(read.ok()) << (read.ok() ? "" : read.error().message);
  format::ModelT model;
  if (read.ok()) read.value().model().UnPackTo(&model);
  return model;
}

/// Quantizes with calibration and comparison on the fixture's own texts.
inline Product quantized(const std::string& family, const Options& options) {
  const TokenTexts texts = fixture_texts(family);
  auto product = produce(float_fixture(family), options, {texts, texts});
  EXPECT_TRUE(product.ok()) << family << " " << describe(options) << ": "
                            << (product.ok() ? "" : product.error().message);
  return product.ok() ? std::move(product).value() : Product{};
}

}  // namespace sentibyte::quantizer
