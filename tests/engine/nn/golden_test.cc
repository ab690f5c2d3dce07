// The engine against PyTorch: every operation alone, then whole models.
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "sentibyte/engine.h"
#include "support/files.h"

namespace sentibyte {
namespace {

class GoldenTest : public testing::TestWithParam<std::string> {};

TEST_P(GoldenTest, AnswersAsPyTorchDoes) {
  const auto blob = test::read_fixture(GetParam());
  auto engine = Engine::load(blob);
  ASSERT_TRUE(engine.ok()) << engine.error().message;
  const test::Golden golden = test::read_golden(GetParam());
  for (const test::GoldenText& text : golden.texts) {
    const std::uint32_t length[] = {static_cast<std::uint32_t>(text.ids.size())};
    const auto result = engine.value().run(text.ids, length);
    ASSERT_TRUE(result.ok()) << result.error().message;
    const auto logits = engine.value().logits();
    ASSERT_EQ(logits.size(), text.logits.size());
    for (std::size_t i = 0; i < logits.size(); ++i) {
      EXPECT_NEAR(logits[i], text.logits[i], golden.tolerance * std::max(1.0F, std::fabs(text.logits[i])))
          << length[0] << " tokens, logit " << i;
    }
  }
}

std::string readable(const testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::replace_if(name.begin(), name.end(), [](char c) { return c == '/' || c == '.'; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Operations, GoldenTest, testing::ValuesIn(test::operation_names()), readable);
INSTANTIATE_TEST_SUITE_P(Models, GoldenTest, testing::ValuesIn(test::fixture_names()), readable);

}  // namespace
}  // namespace sentibyte
