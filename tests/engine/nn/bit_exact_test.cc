// Every build gives the same bits: tests/golden/engine/fingerprints.txt holds a hash of each fixture's answers.
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "support/files.h"
#include "support/fingerprint.h"

namespace sentibyte {
namespace {

std::map<std::string, std::string> read_fingerprints() {
  const auto bytes = test::read_file("tests/golden/engine/fingerprints.txt");
  std::istringstream file(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  std::map<std::string, std::string> expected;
  for (std::string name, hash; file >> name >> hash;) expected[name] = hash;
  return expected;
}

std::string hex(std::uint32_t number) {
  std::ostringstream text;
  text << std::hex << number;
  return text.str();
}

TEST(BitExactTest, AllFixturesAnswerWithTheCommittedBits) {
  const auto expected = read_fingerprints();
  for (const std::string& name : test::fixture_names()) {
    auto engine = Engine::load(test::read_fixture(name));
    ASSERT_TRUE(engine.ok()) << name << ": " << engine.error().message;
    const auto hash = test::fingerprint(engine.value());
    ASSERT_TRUE(hash.has_value()) << name;
    const auto line = expected.find(name);
    EXPECT_TRUE(line != expected.end() && line->second == hex(*hash))
        << "this build gives: " << name << ' ' << hex(*hash);
  }
}

TEST(BitExactTest, OneBatchAndOneByOneGiveTheSameBits) {
  for (const std::string& name : test::fixture_names()) {
    const auto blob = test::read_fixture(name);
    auto batch = Engine::load(blob);
    auto single = Engine::load(blob);
    ASSERT_TRUE(batch.ok() && single.ok());
    const test::Golden golden = test::read_golden(name);
    std::vector<std::uint16_t> ids;
    std::vector<std::uint32_t> lengths;
    for (const auto& text : golden.texts) {
      ids.insert(ids.end(), text.ids.begin(), text.ids.end());
      lengths.push_back(static_cast<std::uint32_t>(text.ids.size()));
    }
    const auto together = batch.value().run(ids, lengths);
    ASSERT_TRUE(together.ok());
    const std::size_t width = together.value().size() / lengths.size();
    for (std::size_t i = 0; i < lengths.size(); ++i) {
      const auto alone = single.value().run(golden.texts[i].ids, std::span(&lengths[i], 1));
      ASSERT_TRUE(alone.ok());
      for (std::size_t k = 0; k < width; ++k) EXPECT_EQ(alone.value()[k], together.value()[i * width + k]) << name;
    }
  }
}

}  // namespace
}  // namespace sentibyte
