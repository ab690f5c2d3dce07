#include "quantizer/ranges/calibration.h"

#include <algorithm>
#include <cmath>

#include "format/reader.h"
#include "nn/executor.h"
#include "quantizer/network.h"
#include "quantizer/ranges/range.h"

namespace sentibyte::quantizer {
namespace {

/// Keeps what int8 kernels will read of every value that the executor makes.
class RangeKeeper final : public nn::Observer {
 public:
  explicit RangeKeeper(const format::Model& model) : seen_(model.values()->size()) {
    for (const auto& [value, is_state] : multiplied_values(model)) seen_[value].emplace(value);
  }

  void saw(std::uint32_t value, std::span<const float> numbers) override {
    if (seen_[value]) seen_[value]->add(numbers);
  }

  std::vector<std::optional<Range>> ranges(double percent) const {
    std::vector<std::optional<Range>> ranges;
    for (const auto& seen : seen_) ranges.push_back(seen ? seen->range(percent) : std::nullopt);
    return ranges;
  }

 private:
  std::vector<std::optional<SeenNumbers>> seen_;
};

}  // namespace

void SeenNumbers::add(std::span<const float> numbers) {
  if (numbers.empty()) return;
  const Range range = min_max(numbers);
  extremes_.min = count_ == 0 ? range.min : std::min(extremes_.min, range.min);
  extremes_.max = count_ == 0 ? range.max : std::max(extremes_.max, range.max);
  for (const float number : numbers) {
    // Reservoir sampling: every number so far has the same chance to be in the sample.
    ++count_;
    if (sample_.size() < kSampleSize) {
      sample_.push_back(number);
    } else if (const std::uint64_t place = random_.next() % count_; place < kSampleSize) {
      sample_[static_cast<std::size_t>(place)] = number;
    }
  }
}

std::optional<Range> SeenNumbers::range(double percent) const {
  if (count_ == 0) return std::nullopt;
  if (percent >= 100.0) return extremes_;
  return percentile(sample_, Scheme::Asymmetric, percent);
}

Result<std::vector<std::optional<Range>>> calibrate(std::span<const std::uint8_t> bytes, const TokenTexts& texts,
                                                    double percent) {
  const auto blob = format::read(std::as_bytes(bytes), Limits{});
  if (!blob) return blob.error();
  const format::Model& model = blob.value().model();
  auto executor = nn::Executor::make(model, Limits{});
  if (!executor) return executor.error();
  RangeKeeper keeper(model);
  executor.value()->observe(&keeper);
  const auto results = executor.value()->run(texts.ids, texts.lengths);
  if (!results) return results.error();
  return keeper.ranges(percent);
}

}  // namespace sentibyte::quantizer
