// Any ids and lengths into a valid model: an error, or results that do not depend on what else is in the batch.
// The first byte picks the model; then a length and that many ids for each text.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sentibyte/engine.h"

namespace {

constexpr std::array kModels{"dense", "cnn", "rnn", "gru", "transformer", "asymmetric", "sparse", "transformer.float"};

/// The fixture, loaded once; libFuzzer runs from the repository root.
sentibyte::Engine& engine_of(std::size_t index) {
  static std::array<std::optional<sentibyte::Engine>, kModels.size()> engines;
  auto& slot = engines[index];
  if (!slot) {
    std::ifstream file(std::string("tests/golden/engine/") + kModels[index] + ".sbm", std::ios::binary);
    const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), {});
    auto loaded = sentibyte::Engine::load(std::as_bytes(std::span(bytes)));
    if (!loaded) std::abort();
    slot = std::move(loaded).value();
  }
  return *slot;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  std::span<const std::uint8_t> left(data, size);
  sentibyte::Engine& engine = engine_of(left[0] % kModels.size());
  left = left.subspan(1);

  std::vector<std::uint16_t> ids;
  std::vector<std::uint32_t> lengths;
  while (!left.empty()) {
    const std::size_t length = left[0];
    left = left.subspan(1);
    for (std::size_t i = 0; i < length; ++i) {
      ids.push_back(i < left.size() ? left[i] : std::uint16_t{0});
    }
    left = left.subspan(std::min(length, left.size()));
    lengths.push_back(static_cast<std::uint32_t>(length));
  }
  const auto batch = engine.run(ids, lengths);
  if (!batch) {
    if (batch.error().message.empty()) std::abort();
    return 0;
  }
  if (lengths.empty()) return 0;
  const std::size_t width = batch.value().size() / lengths.size();
  const std::vector<float> last(batch.value().end() - static_cast<std::ptrdiff_t>(width), batch.value().end());
  const auto alone = engine.run(std::span(ids).last(lengths.back()), std::span(lengths).last(1));
  if (!alone || std::memcmp(alone.value().data(), last.data(), width * sizeof(float)) != 0) std::abort();
  return 0;
}
