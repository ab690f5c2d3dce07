// The public API under ordinary and under bad use.
#include "sentibyte/engine.h"

#include <cmath>
#include <cstring>

#include <gtest/gtest.h>

#include "nn/precision.h"
#include "support/edit.h"
#include "support/files.h"

namespace sentibyte {
namespace {

/// The fixture at the precision that this build has.
std::string in_this_build(const std::string& name) { return nn::kHasInt8 ? name : name + ".float"; }

Engine load(const std::string& name) {
  auto engine = Engine::load(test::read_fixture(name));
  EXPECT_TRUE(engine.ok()) << engine.error().message;
  return std::move(engine).value();
}

class EngineTest : public testing::Test {
 protected:
  Engine engine_ = load(in_this_build("dense"));

  Error error_of(std::vector<std::uint16_t> ids, std::vector<std::uint32_t> lengths) {
    const auto result = engine_.run(ids, lengths);
    return result.ok() ? Error{} : result.error();
  }
};

TEST_F(EngineTest, DescribesTheModel) {
  const Description& about = engine_.describe();
  EXPECT_EQ(about.name, "fixture-dense");
  EXPECT_EQ(about.family, "dense");
  EXPECT_EQ(about.classes, (std::vector<std::string>{"negative", "neutral", "positive"}));
  EXPECT_EQ(about.precision, nn::kHasInt8 ? Precision::Int8 : Precision::Float);
  EXPECT_EQ(about.path, Path::Fast);
  EXPECT_EQ(about.longest, 64U);
  EXPECT_GT(about.vocabulary, 100U);
  EXPECT_GT(about.memory, 1000U);
}

TEST(EngineMemoryTest, EveryWeightCounts) {
  std::vector<std::string> names;
  for (const std::string name : {"cnn", "dense", "gru", "rnn", "transformer"}) {
    if (nn::kHasInt8) names.push_back(name);
    if (nn::kHasFloat) names.push_back(name + ".float");
  }
  for (const std::string& name : names) {
    std::size_t weights = 0;
    // For texts of one token, beside which the weights are nearly all there is.
    const auto blob = test::edited(test::read_fixture(name), [&weights](format::ModelT& m) {
      m.longest = 1;
      for (const auto& tensor : m.tensors) weights += tensor->data.size();
    });
    const auto engine = Engine::load(blob);
    ASSERT_TRUE(engine.ok()) << name << ": " << engine.error().message;
    EXPECT_GE(engine.value().describe().memory, weights) << name;
  }
}

TEST_F(EngineTest, ProbabilitiesSumToOneAndTheScoreIsBounded) {
  const std::uint16_t ids[] = {5, 6, 7, 8, 9};
  const std::uint32_t lengths[] = {2, 3};
  const auto result = engine_.run(ids, lengths);
  ASSERT_TRUE(result.ok());
  ASSERT_EQ(result.value().size(), 8U);
  for (std::size_t text = 0; text < 2; ++text) {
    const auto row = result.value().subspan(text * 4, 4);
    EXPECT_NEAR(row[0] + row[1] + row[2], 1, 1e-6);
    EXPECT_LE(std::fabs(row[3]), 1);
  }
}

TEST_F(EngineTest, ATextOfNoTokensIsUndecided) {
  const std::uint16_t ids[] = {5};
  const std::uint32_t lengths[] = {0, 1, 0};
  const auto result = engine_.run(ids, lengths);
  ASSERT_TRUE(result.ok());
  for (const std::size_t text : {0, 2}) {
    const auto row = result.value().subspan(text * 4, 4);
    EXPECT_EQ(row[0], row[1]);
    EXPECT_EQ(row[1], row[2]);
    EXPECT_EQ(row[3], 0);
    for (const float logit : engine_.logits().subspan(text * 4, 4)) EXPECT_EQ(logit, 0);
  }
}

TEST_F(EngineTest, NoTextsGiveNoResults) {
  const auto result = engine_.run({}, {});
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result.value().empty());
  EXPECT_TRUE(engine_.logits().empty());
}

TEST_F(EngineTest, AnIdOutsideTheVocabularyIsNamed) {
  const auto above = static_cast<std::uint16_t>(engine_.describe().vocabulary);
  const Error error = error_of({1, above, 2}, {3});
  EXPECT_EQ(error.code, ErrorCode::Input);
  EXPECT_EQ(error.message.substr(0, 8), "ids[1]: ") << error.message;
  EXPECT_EQ(error_of({1, 65535, 2}, {3}).code, ErrorCode::Input);
}

TEST_F(EngineTest, LengthsMustAddUp) {
  EXPECT_EQ(error_of({1, 2, 3}, {2}).code, ErrorCode::Input);
  EXPECT_EQ(error_of({1, 2, 3}, {2, 2}).code, ErrorCode::Input);
  EXPECT_EQ(error_of({}, {1}).code, ErrorCode::Input);
  EXPECT_EQ(error_of({1}, {}).code, ErrorCode::Input);
}

TEST_F(EngineTest, ATextOverTheLongestIsRefusedAndTheEngineGoesOn) {
  const Error error = error_of(std::vector<std::uint16_t>(66, 1), {1, 65});
  EXPECT_EQ(error.code, ErrorCode::Limit);
  EXPECT_EQ(error.message, "lengths[1]: 65 tokens, more than 64");
  EXPECT_EQ(error_of({1}, {0xFFFFFFFF}).code, ErrorCode::Limit);
  EXPECT_TRUE(engine_.logits().empty());
  EXPECT_TRUE(error_of(std::vector<std::uint16_t>(64, 1), {64}).message.empty());
}

TEST_F(EngineTest, TwoEnginesShareNothing) {
  Engine other = load(in_this_build("cnn"));
  const std::uint16_t ids[] = {9, 8, 7};
  const std::uint32_t lengths[] = {3};
  const auto first = engine_.run(ids, lengths);
  ASSERT_TRUE(first.ok());
  const std::vector<float> before(first.value().begin(), first.value().end());
  const std::uint16_t others[] = {1, 2, 3, 4, 5, 6};
  const std::uint32_t all[] = {6};
  ASSERT_TRUE(other.run(others, all).ok());
  EXPECT_TRUE(std::equal(before.begin(), before.end(), first.value().begin()));
  Engine moved = std::move(engine_);
  const auto again = moved.run(ids, lengths);
  ASSERT_TRUE(again.ok());
  EXPECT_TRUE(std::equal(before.begin(), before.end(), again.value().begin()));
}

TEST_F(EngineTest, TheBlobMayLieAnywhereAndGoAway) {
  const auto blob = test::read_fixture(in_this_build("dense"));
  const std::uint16_t ids[] = {9, 8, 7};
  const std::uint32_t lengths[] = {3};
  const auto expected = engine_.run(ids, lengths);
  ASSERT_TRUE(expected.ok());
  for (std::size_t shift = 1; shift < 8; ++shift) {
    std::vector<std::byte> moved(blob.size() + shift);
    std::memcpy(moved.data() + shift, blob.data(), blob.size());
    auto engine = Engine::load(std::span(moved).subspan(shift));
    std::fill(moved.begin(), moved.end(), std::byte{0xFF});
    ASSERT_TRUE(engine.ok()) << engine.error().message;
    const auto result = engine.value().run(ids, lengths);
    ASSERT_TRUE(result.ok());
    EXPECT_TRUE(std::equal(result.value().begin(), result.value().end(), expected.value().begin()));
  }
}

TEST(EngineLimitsTest, MemoryIsCapped) {
  const auto blob = test::read_fixture(in_this_build("transformer"));
  auto engine = Engine::load(blob);
  ASSERT_TRUE(engine.ok());
  const std::size_t needed = engine.value().describe().memory;
  EXPECT_TRUE(Engine::load(blob, {.memory = needed}).ok());
  for (const std::size_t memory : {std::size_t{0}, std::size_t{1000}, needed / 2, needed - 1}) {
    const auto refused = Engine::load(blob, {.memory = memory});
    ASSERT_FALSE(refused.ok()) << memory;
    EXPECT_EQ(refused.error().code, ErrorCode::Limit) << refused.error().message;
  }
}

TEST(EngineLimitsTest, TextLengthIsCapped) {
  auto engine = Engine::load(test::read_fixture(in_this_build("cnn")), {.longest = 3});
  ASSERT_TRUE(engine.ok());
  EXPECT_EQ(engine.value().describe().longest, 3U);
  const std::vector<std::uint16_t> ids(4, 1);
  const std::uint32_t four[] = {4};
  const std::uint32_t three[] = {3};
  EXPECT_FALSE(engine.value().run(ids, four).ok());
  EXPECT_TRUE(engine.value().run(std::span(ids).first(3), three).ok());
}

TEST(EngineLimitsTest, ABatchTooLargeForTheMemoryIsRefused) {
  const auto blob = test::read_fixture(in_this_build("dense"));
  auto probe = Engine::load(blob);
  ASSERT_TRUE(probe.ok());
  auto engine = Engine::load(blob, {.memory = probe.value().describe().memory + 1000});
  ASSERT_TRUE(engine.ok());
  const auto refused = engine.value().run({}, std::vector<std::uint32_t>(1000));
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::Limit);
  EXPECT_TRUE(engine.value().run({}, std::vector<std::uint32_t>(10)).ok());
}

TEST(EnginePathTest, AsymmetricWeightsRunOnTheScalarKernels) {
  if (!nn::kHasInt8) GTEST_SKIP() << "float build";
  EXPECT_EQ(load("asymmetric").path(), Path::Scalar);
  EXPECT_EQ(load("dense").path(), Path::Fast);
}

TEST(EnginePathTest, AModuleRefusesTheOtherArithmetic) {
  const auto integer = Engine::load(test::read_fixture("dense"));
  const auto real = Engine::load(test::read_fixture("dense.float"));
  EXPECT_EQ(integer.ok(), nn::kHasInt8);
  EXPECT_EQ(real.ok(), nn::kHasFloat);
  if (!integer.ok()) {
    EXPECT_EQ(integer.error().code, ErrorCode::Unsupported) << integer.error().message;
  }
  if (!real.ok()) {
    EXPECT_EQ(real.error().code, ErrorCode::Unsupported) << real.error().message;
  }
}

}  // namespace
}  // namespace sentibyte
