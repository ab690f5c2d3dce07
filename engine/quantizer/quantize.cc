#include "quantizer/quantize.h"

#include <algorithm>
#include <memory>
#include <string>

#include "quantizer/budget/widths.h"

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
  auto activations = activation_ranges(network_, calibrated);
  if (!activations) return activations.error();
  activations_ = std::move(activations).value();
  written_activations_ = activations_;

  auto widths = widths_by_rule(network_, options_);
  if (!widths) return widths.error();
  if (options_.budget) return choose_within(*options_.budget, widths.value(), progress);
  for (std::size_t w = 0; w < network_.weights.size(); ++w) {
    bits_.push_back(widths.value()[w].value_or(kMostBits));
    ranges_.push_back(ranges_of(w, bits_[w]));
    if (progress) progress("ranges of " + network_.weights[w].name);
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
  report.path = settings_.range.scheme == Scheme::Asymmetric ? "scalar" : "fast";
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
