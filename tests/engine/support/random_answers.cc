#include "support/random_answers.h"

#include <cstdio>
#include <span>
#include <utility>
#include <vector>

#include "sentibyte/engine.h"
#include "support/hash.h"
#include "support/random_model.h"
#include "support/write.h"

namespace sentibyte::test {

RandomAnswers random_answers(std::uint64_t seed) {
  tests::Random random(seed);
  const std::vector<std::byte> blob = write(random_model(random));
  RandomAnswers found;
  found.blob = hash_on(kEmptyHash, blob);
  found.answers = kEmptyHash;
  auto engine = Engine::load(blob);
  if (!engine) {
    found.fault = engine.error().message;
    return found;
  }
  const Description& about = engine.value().describe();
  const auto texts = random_texts(random, about.longest, about.vocabulary);
  for (const auto& ids : texts) {
    const auto length = static_cast<std::uint32_t>(ids.size());
    // One by one: an error ends the batch that it is in.
    const auto results = engine.value().run(ids, std::span(&length, 1));
    ++found.texts;
    if (results) {
      found.answers = hash_on(found.answers, std::as_bytes(engine.value().logits()));
      found.answers = hash_on(found.answers, std::as_bytes(results.value()));
      continue;
    }
    if (results.error().code == ErrorCode::Numeric) {
      ++found.numeric;
    } else {
      found.fault = results.error().message;
    }
    found.answers = hash_on(found.answers, std::as_bytes(std::span(&results.error().code, 1)));
  }
  return found;
}

std::string line_of(std::uint64_t seed, const RandomAnswers& answers) {
  char line[64];
  std::snprintf(line, sizeof line, "%llu %08x %08x", static_cast<unsigned long long>(seed),
                static_cast<unsigned>(answers.blob), static_cast<unsigned>(answers.answers));
  return line;
}

}  // namespace sentibyte::test
