// The part of the quantizer that fits a model into a number of bytes.
#include <string>
#include <utility>

#include "quantizer/budget/budget.h"
#include "quantizer/quantize.h"

namespace sentibyte::quantizer {
namespace {

/// Noise over signal: a tensor's error on a scale that all tensors share.
double relative_error(const ErrorSums& errors) { return errors.signal > 0.0 ? errors.squared / errors.signal : 0.0; }

double error_of(std::span<const WidthOptions> options, const std::vector<std::size_t>& choice) {
  double error = 0.0;
  for (std::size_t w = 0; w < options.size(); ++w) error += options[w][choice[w]].error;
  return error;
}

/// `bits` for all that have the choice.
std::vector<std::size_t> uniform_choice(std::span<const WidthOptions> options, int bits) {
  std::vector<std::size_t> choice;
  for (const WidthOptions& widths : options) {
    choice.push_back(widths.size() == 1 ? 0 : static_cast<std::size_t>(bits - kFewestBits));
  }
  return choice;
}

}  // namespace

/// Every weight at every width it may take.
struct Quantizer::Candidates {
  std::vector<WidthOptions> options;
  std::vector<std::vector<std::vector<Range>>> ranges;
  std::vector<std::vector<WeightCodes>> codes;
};

Quantizer::Candidates Quantizer::candidates(std::span<const std::optional<int>> fixed, const Progress& progress) {
  const std::size_t count = network_.weights.size();
  Candidates all{std::vector<WidthOptions>(count), std::vector<std::vector<std::vector<Range>>>(count),
                 std::vector<std::vector<WeightCodes>>(count)};
  for (std::size_t w = 0; w < count; ++w) {
    const int most = fixed[w].value_or(kMostBits);
    for (int bits = fixed[w].value_or(kFewestBits); bits <= most; ++bits) {
      all.ranges[w].push_back(ranges_of(w, bits));
      all.codes[w].push_back(encode(network_.weights[w], bits, all.ranges[w].back(), settings_));
      const WeightCodes& codes = all.codes[w].back();
      const StoredSize size = stored_size(network_.weights[w], codes, settings_.range.scheme);
      all.options[w].push_back({bits, size.bytes, relative_error(codes.errors)});
    }
    if (progress) progress("widths of " + network_.weights[w].name);
  }
  return all;
}

std::size_t Quantizer::size_with(const Candidates& candidates, const std::vector<std::size_t>& choice) {
  std::vector<WeightCodes> chosen;
  for (std::size_t w = 0; w < choice.size(); ++w) chosen.push_back(candidates.codes[w][choice[w]]);
  return write_codes(chosen).size();
}

format::Problem Quantizer::choose_within(std::size_t budget, std::span<const std::optional<int>> fixed,
                                         const Progress& progress) {
  const Candidates all = candidates(fixed, progress);
  const std::span<const WidthOptions> options(all.options);
  std::vector<std::size_t> best = *choose_widths(options, fewest_bytes(options));
  const std::size_t least = size_with(all, best);
  if (least > budget) {
    return Error{ErrorCode::Input, "--budget " + std::to_string(budget) + ": this model takes " +
                                       std::to_string(least) + " bytes at the least"};
  }
  // The blob holds more than the codes (tokenizer, biases, alignment), and how much is known only once it is
  // written: the share for the codes starts at what the smallest blob leaves and shrinks by what was too much.
  constexpr int kMostCorrections = 16;
  std::size_t share = fewest_bytes(options) + (budget - least);
  for (int attempt = 0; attempt < kMostCorrections; ++attempt) {
    const auto choice = choose_widths(options, share);
    if (!choice) break;
    const std::size_t size = size_with(all, *choice);
    if (size <= budget) {
      best = *choice;
      break;
    }
    if (share < size - budget) break;
    share -= size - budget;
  }
  // Alignment may have kept a uniform width out that fits after all.
  for (int bits = kFewestBits; bits <= kMostBits; ++bits) {
    std::vector<std::size_t> uniform = uniform_choice(options, bits);
    if (error_of(options, uniform) >= error_of(options, best)) continue;
    if (size_with(all, uniform) <= budget) best = std::move(uniform);
  }
  for (std::size_t w = 0; w < best.size(); ++w) {
    bits_.push_back(options[w][best[w]].bits);
    ranges_.push_back(all.ranges[w][best[w]]);
  }
  return {};
}

}  // namespace sentibyte::quantizer
