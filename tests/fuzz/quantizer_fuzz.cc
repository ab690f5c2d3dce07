// Options and a blob: refused with a message, or a blob that the engine loads. The input is the options, one a line,
// then a zero, then the blob.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/model_mutator.h"
#include "quantizer/options/command_line.h"
#include "quantizer/quantize.h"
#include "sentibyte/engine.h"

namespace {

using namespace sentibyte;

constexpr std::size_t kLargest = 1 << 16;  // what is slow for its size, not for what it is, finds nothing

constexpr std::string_view kOptions[] = {"--bits 2",
                                         "--bits 5",
                                         "--bits 9",
                                         "--scheme asymmetric",
                                         "--scheme power-of-two",
                                         "--granularity global",
                                         "--granularity tensor",
                                         "--range minmax",
                                         "--range mse",
                                         "--range percentile",
                                         "--percentile 50",
                                         "--rounding floor",
                                         "--rounding signed-magnitude",
                                         "--bits-for t*=3",
                                         "--bits-for ?1=8",
                                         "--budget 1",
                                         "--budget 2000",
                                         "--prune 0.5",
                                         "--prune 1",
                                         "--prune-scope tensor",
                                         "--prune-neurons 0.5",
                                         "--prune-neurons 1"};

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

void need(bool holds) {
  if (!holds) std::abort();
}

void quantize(std::span<const std::byte> blob, const quantizer::Options& options) {
  auto quantizer = quantizer::Quantizer::open(blob, options);
  if (!quantizer) return need(!quantizer.error().message.empty());
  if (const auto problem = quantizer.value().prepare({})) return need(!problem->message.empty());
  const auto bytes = quantizer.value().write();
  need(!to_json(quantizer.value().report()).empty());
  const auto engine = Engine::load(std::as_bytes(std::span(bytes)));
  // A good float model may need more than the limits, or mix what an int8 model cannot: nothing else is wrong with it.
  need(engine.ok() || engine.error().code == ErrorCode::Limit || engine.error().code == ErrorCode::Unsupported);
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  tests::Random random(seed);
  const auto end = static_cast<std::size_t>(std::find(data, data + size, 0) - data);
  std::string options(data, data + end);
  std::vector<std::uint8_t> blob(std::min(kLargest, most));
  const std::size_t had = std::min(size - std::min(end + 1, size), blob.size());
  std::copy_n(data + size - had, had, blob.begin());
  if (random.integer(0, 2) == 0) {
    if (options.size() > 200 || random.integer(0, 3) == 0) options.clear();
    const auto option = static_cast<std::size_t>(random.integer(0, std::size(kOptions) - 1));
    options.append(kOptions[option]).append("\n");
    blob.resize(had);
  } else {
    blob.resize(fuzz::mutate_blob(blob.data(), had, blob.size(), seed));
  }
  if (options.size() + 1 + blob.size() > most) return size;
  std::copy(options.begin(), options.end(), data);
  data[options.size()] = 0;
  std::copy(blob.begin(), blob.end(), data + options.size() + 1);
  return options.size() + 1 + blob.size();
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto end = static_cast<std::size_t>(std::find(data, data + size, 0) - data);
  if (end == size || size > kLargest) return 0;
  const auto options = quantizer::parse_options(words_of({reinterpret_cast<const char*>(data), end}));
  if (!options) {
    need(!options.error().message.empty());
    return 0;
  }
  quantize(std::as_bytes(std::span(data, size).subspan(end + 1)), options.value());
  return 0;
}
