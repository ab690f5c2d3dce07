// random-models FIRST COUNT: what this build answers for the random models of these seeds, a line each.
// scripts/differential compares the lines of all builds; some are committed as tests/golden/engine/random_models.txt.
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "support/random_answers.h"

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: random-models FIRST COUNT\n", stderr);
    return 2;
  }
  const std::uint64_t first = std::strtoull(arguments[1], nullptr, 10);
  const std::uint64_t models = std::strtoull(arguments[2], nullptr, 10);
  for (std::uint64_t seed = first; seed < first + models; ++seed) {
    const auto answers = sentibyte::test::random_answers(seed);
    std::printf("%s%s%s\n", sentibyte::test::line_of(seed, answers).c_str(), answers.fault.empty() ? "" : " ",
                answers.fault.c_str());
  }
  return 0;
}
