#include "quantizer/quantize.h"

#include <algorithm>
#include <memory>
#include <string>

#include "quantizer/budget.h"
#include "quantizer/widths.h"

namespace sentibyte::quantizer {
namespace {

RangeMethod method_for(RangeChoice choice, int bits, bool trained) {
  switch (choice) {
    case RangeChoice::MinMax:
      return RangeMethod::MinMax;
    case RangeChoice::Percentile:
      return RangeMethod::Percentile;
    case RangeChoice::MinimalMse:
      return RangeMethod::MinimalMse;
    case RangeChoice::Auto:
      break;
  }
  return trained || bits == kMostBits ? RangeMethod::MinMax : RangeMethod::MinimalMse;
}

void prune_weights(Network& network, const Options& options) {
  if (options.prune <= 0.0) return;
  std::vector<std::span<float>> tensors;
  for (Weight& weight : network.weights) tensors.emplace_back(weight.numbers);
  if (options.prune_scope == PruneScope::Model) {
    prune_model(tensors, options.prune);
    return;
  }
  for (const std::span<float> tensor : tensors) prune_tensor(tensor, options.prune);
}

/// Noise over signal: a tensor's error on a scale that all tensors share.
double relative_error(const ErrorSums& errors) {
  return errors.signal > 0.0 ? errors.squared / errors.signal : 0.0;
}

void set_fact(format::ModelT& model, const std::string& key, const std::string& value) {
  for (const auto& fact : model.provenance) {
    if (fact->key != key) continue;
    fact->value = value;
    return;
  }
  auto fact = std::make_unique<format::FactT>();
  fact->key = key;
  fact->value = value;
  model.provenance.push_back(std::move(fact));
}

}  // namespace

Quantizer::Quantizer(Network network, const Options& options) : network_(std::move(network)), options_(options) {
  settings_.granularity = options.granularity;
  settings_.range = {RangeMethod::MinMax, options.percent, options.scheme, options.rounding};
}

Result<Quantizer> Quantizer::open(std::span<const std::byte> float_blob, const Options& options) {
  auto network = open_network(float_blob);
  if (!network) return network.error();
  Quantizer quantizer(std::move(network).value(), options);
  quantizer.float_bytes_ = float_blob.size();
  if (options.prune_neurons > 0.0) {
    quantizer.pruned_layers_ = prune_neurons(quantizer.network_, options.prune_neurons);
  }
  prune_weights(quantizer.network_, options);
  set_fact(quantizer.network_.model, "quantization", describe(options));
  return quantizer;
}

std::vector<std::uint8_t> Quantizer::pruned_blob() const {
  format::ModelT model(network_.model);
  for (const Weight& weight : network_.weights) write_floats(*model.tensors[weight.tensor], weight.numbers);
  return write_blob(model);
}

std::vector<Range> Quantizer::ranges_of(std::size_t weight, int bits) {
  WeightSettings settings = settings_;
  settings.range.method = method_for(options_.range, bits, trained_widths(network_.model).has_value());
  if (settings.granularity != Granularity::Global) return find_ranges(network_.weights[weight], bits, settings);
  auto known = global_ranges_.find(bits);
  if (known == global_ranges_.end()) {
    known = global_ranges_.emplace(bits, find_global_range(network_.weights, bits, settings.range)).first;
  }
  return {known->second};
}

WeightCodes Quantizer::encode_weight(std::size_t weight, int bits, float factor) const {
  return encode(network_.weights[weight], bits, ranges_[weight], settings_, factor);
}

format::Problem Quantizer::prepare(std::span<const std::optional<Range>> calibrated, const Progress& progress) {
  auto activations = activation_ranges(network_.model, calibrated);
  if (!activations) return activations.error();
  activations_ = std::move(activations).value();
  written_activations_ = activations_;

  auto widths = widths_by_rule(network_, options_);
  if (!widths) return widths.error();
  if (options_.budget) return choose_widths_for(*options_.budget, widths.value(), progress);
  ranges_.clear();
  for (std::size_t w = 0; w < network_.weights.size(); ++w) {
    bits_.push_back(widths.value()[w].value_or(kMostBits));
    ranges_.push_back(ranges_of(w, bits_[w]));
    if (progress) progress("ranges of " + network_.weights[w].name);
  }
  return {};
}

format::Problem Quantizer::choose_widths_for(std::size_t budget, std::span<const std::optional<int>> fixed,
                                             const Progress& progress) {
  const std::size_t count = network_.weights.size();
  std::vector<WidthOptions> options(count);
  std::vector<std::vector<std::vector<Range>>> ranges(count);
  std::vector<std::vector<WeightCodes>> codes(count);
  ranges_.resize(count);
  bits_.resize(count);
  for (std::size_t w = 0; w < count; ++w) {
    const int from = fixed[w].value_or(kFewestBits);
    const int to = fixed[w].value_or(kMostBits);
    for (int bits = from; bits <= to; ++bits) {
      ranges_[w] = ranges_of(w, bits);
      ranges[w].push_back(ranges_[w]);
      codes[w].push_back(encode_weight(w, bits, 1.0F));
      const WeightCodes& made = codes[w].back();
      options[w].push_back({bits, stored_size(network_.weights[w], made, settings_.range.scheme).bytes,
                            relative_error(made.errors)});
    }
    if (progress) progress("widths of " + network_.weights[w].name);
  }
  const auto blob_size = [&](const std::vector<std::size_t>& choice) {
    std::vector<WeightCodes> chosen;
    for (std::size_t w = 0; w < count; ++w) chosen.push_back(codes[w][choice[w]]);
    return write_codes(chosen).size();
  };
  const auto error_of = [&](const std::vector<std::size_t>& choice) {
    double error = 0.0;
    for (std::size_t w = 0; w < count; ++w) error += options[w][choice[w]].error;
    return error;
  };

  // The blob holds more than the codes (tokenizer, biases, alignment). How much is known only once it is written,
  // so the share for the codes starts at what the smallest blob leaves and shrinks by what was too much.
  const auto smallest = choose_widths(options, fewest_bytes(options));
  const std::size_t least = blob_size(*smallest);
  if (least > budget) {
    return Error{ErrorCode::Input, "--budget " + std::to_string(budget) + ": this model takes " +
                                       std::to_string(least) + " bytes at the least (2-bit weights)"};
  }
  std::vector<std::size_t> best = *smallest;
  std::size_t share = fewest_bytes(options) + (budget - least);
  constexpr int kMostCorrections = 16;
  for (int attempt = 0; attempt < kMostCorrections; ++attempt) {
    const auto choice = choose_widths(options, share);
    if (!choice) break;
    const std::size_t size = blob_size(*choice);
    if (size <= budget) {
      best = *choice;
      break;
    }
    if (share < size - budget) break;
    share -= size - budget;
  }
  // Alignment may have kept a uniform width out that fits after all.
  for (int bits = kFewestBits; bits <= kMostBits; ++bits) {
    std::vector<std::size_t> uniform;
    for (std::size_t w = 0; w < count; ++w) {
      uniform.push_back(fixed[w] ? 0 : static_cast<std::size_t>(bits - kFewestBits));
    }
    if (error_of(uniform) < error_of(best) && blob_size(uniform) <= budget) best = uniform;
  }
  for (std::size_t w = 0; w < count; ++w) {
    bits_[w] = options[w][best[w]].bits;
    ranges_[w] = ranges[w][best[w]];
  }
  return {};
}

std::vector<std::uint8_t> Quantizer::write_codes(std::span<const WeightCodes> codes) {
  for (std::size_t w = 0; w < codes.size(); ++w) {
    const Weight& weight = network_.weights[w];
    store(weight, codes[w], settings_.range.scheme, *network_.model.tensors[weight.tensor]);
  }
  set_activations(network_.model, written_activations_);
  return write_blob(network_.model);
}

std::vector<std::uint8_t> Quantizer::write(std::span<const float> factors) {
  const std::size_t count = network_.weights.size();
  codes_.clear();
  for (std::size_t w = 0; w < count; ++w) {
    codes_.push_back(encode_weight(w, bits_[w], factors.empty() ? 1.0F : factors[w]));
  }
  written_activations_ = activations_;
  for (std::size_t a = 0; a < activations_.size() && !factors.empty(); ++a) {
    written_activations_[a].range.min *= factors[count + a];
    written_activations_[a].range.max *= factors[count + a];
  }
  std::vector<std::uint8_t> blob = write_codes(codes_);
  bytes_ = blob.size();
  return blob;
}

Report Quantizer::report() const {
  Report report;
  report.model = network_.model.name;
  report.options = describe(options_);
  // Only zero points keep weights off the fast kernels.
  report.path = settings_.range.scheme == Scheme::Asymmetric ? "reference" : "fast";
  report.float_bytes = float_bytes_;
  report.bytes = bytes_;
  for (std::size_t w = 0; w < codes_.size(); ++w) {
    const Weight& weight = network_.weights[w];
    report.tensors.push_back(
        report_tensor(weight, codes_[w], settings_.range.scheme, *network_.model.tensors[weight.tensor]));
  }
  report.activations = written_activations_;
  report.pruned_layers = pruned_layers_;
  return report;
}

}  // namespace sentibyte::quantizer
