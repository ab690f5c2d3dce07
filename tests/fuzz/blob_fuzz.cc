// Any bytes as a blob: refused with a message, or loaded and then able to run.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <vector>

#include "fuzz/model_mutator.h"
#include "sentibyte/engine.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  return sentibyte::fuzz::mutate_blob(data, size, most, seed);
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  auto engine = sentibyte::Engine::load(std::as_bytes(std::span(data, size)),
                                        {.memory = 8 << 20, .work = 50'000'000, .longest = 40});
  if (!engine) {
    if (engine.error().message.empty()) std::abort();
    return 0;
  }
  const sentibyte::Description& about = engine.value().describe();
  const std::uint32_t lengths[] = {1, 0, about.longest < 5 ? about.longest : 5,
                                   about.longest < 33 ? about.longest : 33};
  std::vector<std::uint16_t> ids;
  for (const std::uint32_t length : lengths) {
    for (std::uint32_t i = 0; i < length; ++i) ids.push_back(static_cast<std::uint16_t>(i * 7919 % about.vocabulary));
  }
  const auto result = engine.value().run(ids, lengths);
  if (!result) return 0;
  for (const float number : result.value()) {
    if (!(number >= -1 && number <= 1)) std::abort();
  }
  return 0;
}
