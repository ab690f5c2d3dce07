// The same bytes in every build: this test runs natively and in WebAssembly, and tests/web/quantizer compares what the
// browser's module writes with the same file.
#include <sstream>

#include <gtest/gtest.h>

#include "fixtures.h"
#include "quantizer/options/command_line.h"

namespace sentibyte::quantizer {
namespace {

/// 64-bit FNV-1a.
std::string hash(std::span<const std::uint8_t> bytes) {
  std::uint64_t value = 0xcbf29ce484222325ULL;
  for (const std::uint8_t byte : bytes) value = (value ^ byte) * 0x100000001b3ULL;
  std::string text;
  for (int shift = 60; shift >= 0; shift -= 4) text += "0123456789abcdef"[(value >> shift) & 15];
  return text;
}

TEST(Golden, EveryBuildWritesTheSameBytes) {
  std::istringstream lines(read_text("tests/golden/quantizer/blobs.txt"));
  int count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    std::istringstream words(line);
    std::string family;
    std::string expected;
    words >> family >> expected;
    std::vector<std::string> options;
    for (std::string word; words >> word;) options.push_back(word);
    const auto parsed = parse_command_line(std::vector<std::string_view>(options.begin(), options.end()));
    ASSERT_TRUE(parsed.ok()) << line;
    const auto product = produce(float_fixture(family), parsed.value().options, {});
    ASSERT_TRUE(product.ok()) << line;
    EXPECT_EQ(hash(product.value().blob), expected) << line;
  }
  EXPECT_GE(count, 20);
}

}  // namespace
}  // namespace sentibyte::quantizer
