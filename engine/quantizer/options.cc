#include "quantizer/options.h"

#include <cstdio>

namespace sentibyte::quantizer {
namespace {

std::string shortest(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%g", number);
  return text;
}

}  // namespace

std::string_view name_of(Scheme scheme) {
  switch (scheme) {
    case Scheme::Asymmetric:
      return "asymmetric";
    case Scheme::PowerOfTwo:
      return "power-of-two";
    case Scheme::Symmetric:
      break;
  }
  return "symmetric";
}

std::string_view name_of(Granularity granularity) {
  switch (granularity) {
    case Granularity::Global:
      return "global";
    case Granularity::Tensor:
      return "tensor";
    case Granularity::Channel:
      break;
  }
  return "channel";
}

std::string_view name_of(RangeChoice range) {
  switch (range) {
    case RangeChoice::MinMax:
      return "minmax";
    case RangeChoice::Percentile:
      return "percentile";
    case RangeChoice::MinimalMse:
      return "mse";
    case RangeChoice::Auto:
      break;
  }
  return "auto";
}

std::string_view name_of(Rounding rounding) {
  switch (rounding) {
    case Rounding::Floor:
      return "floor";
    case Rounding::SignedMagnitude:
      return "signed-magnitude";
    case Rounding::Nearest:
      break;
  }
  return "nearest";
}

std::string_view name_of(PruneScope scope) { return scope == PruneScope::Tensor ? "tensor" : "model"; }

std::string describe(const Options& options) {
  std::string text;
  const auto add = [&text](std::string_view flag, std::string_view value) {
    if (!text.empty()) text += ' ';
    text.append("--").append(flag).append(" ").append(value);
  };
  add("scheme", name_of(options.scheme));
  add("granularity", name_of(options.granularity));
  add("range", name_of(options.range));
  if (options.range == RangeChoice::Percentile) add("percentile", shortest(options.percent));
  add("rounding", name_of(options.rounding));
  if (options.bits) add("bits", std::to_string(*options.bits));
  for (const WidthRule& rule : options.rules) add("bits-for", rule.pattern + "=" + std::to_string(rule.bits));
  if (options.budget) add("budget", std::to_string(*options.budget));
  if (options.prune > 0.0) {
    add("prune", shortest(options.prune));
    add("prune-scope", name_of(options.prune_scope));
  }
  if (options.prune_neurons > 0.0) add("prune-neurons", shortest(options.prune_neurons));
  if (options.activation_percent < 100.0) add("activation-percentile", shortest(options.activation_percent));
  if (options.search) {
    add("search", "random");
    add("trials", std::to_string(options.search->trials));
    add("seed", std::to_string(options.search->seed));
  }
  return text;
}

}  // namespace sentibyte::quantizer
