// Any model whatever, in every build: graphs, ways to store weights and magnitudes that no training makes. What they
// answer is committed, so that builds which never meet (a native one, three in WebAssembly) are compared all the same.
#include <cstdlib>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "nn/precision.h"
#include "support/files.h"
#include "support/random_answers.h"

namespace sentibyte {
namespace {

TEST(RandomModelsTest, EveryBuildAnswersWithTheCommittedBits) {
  if (!nn::kHasInt8 || !nn::kHasFloat) GTEST_SKIP() << "the models are of both precisions";
  const auto bytes = test::read_file("tests/golden/engine/random_models.txt");
  std::istringstream file(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  std::uint32_t models = 0;
  std::uint32_t texts = 0;
  std::uint32_t numeric = 0;
  for (std::string line; std::getline(file, line); ++models) {
    const std::uint64_t seed = std::strtoull(line.c_str(), nullptr, 10);
    const auto answers = test::random_answers(seed);
    EXPECT_EQ(answers.fault, "") << "seed " << seed;
    EXPECT_EQ(test::line_of(seed, answers), line);
    texts += answers.texts;
    numeric += answers.numeric;
  }
  // Both happen often: numbers that leave float's range, and answers in spite of it.
  EXPECT_GE(models, 300U);
  EXPECT_GE(numeric, texts / 50);
  EXPECT_LE(numeric, texts / 2);
}

}  // namespace
}  // namespace sentibyte
