// What a build answers for a random model, in one line that is the same in every build.
#pragma once

#include <cstdint>
#include <string>

namespace sentibyte::test {

struct RandomAnswers {
  std::uint32_t blob = 0;     ///< hash of the model's bytes: whether two builds were asked the same
  std::uint32_t answers = 0;  ///< hash of all logits, results and errors
  std::uint32_t texts = 0;
  std::uint32_t numeric = 0;  ///< texts that are an error, as their logits are not finite
  std::string fault;          ///< why the model does not run at all; empty where it does
};

RandomAnswers random_answers(std::uint64_t seed);

/// "SEED BLOB ANSWERS", as in tests/golden/engine/random_models.txt.
std::string line_of(std::uint64_t seed, const RandomAnswers& answers);

}  // namespace sentibyte::test
