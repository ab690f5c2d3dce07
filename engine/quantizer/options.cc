#include "quantizer/options.h"

#include "quantizer/decimal.h"

namespace sentibyte::quantizer {

namespace {

template <class Enum, std::size_t kCount>
std::string_view word(const std::string_view (&names)[kCount], Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string describe(const Options& options) {
  std::string text;
  const auto add = [&text](std::string_view flag, std::string_view value) {
    if (!text.empty()) text += ' ';
    text.append("--").append(flag).append(" ").append(value);
  };
  add("scheme", word(kSchemeNames, options.scheme));
  add("granularity", word(kGranularityNames, options.granularity));
  add("range", word(kRangeNames, options.range));
  if (options.range == RangeChoice::Percentile) add("percentile", to_decimal(options.percent));
  add("rounding", word(kRoundingNames, options.rounding));
  if (options.bits) add("bits", std::to_string(*options.bits));
  for (const WidthRule& rule : options.rules) add("bits-for", rule.pattern + "=" + std::to_string(rule.bits));
  if (options.budget) add("budget", std::to_string(*options.budget));
  if (options.prune > 0.0) {
    add("prune", to_decimal(options.prune));
    add("prune-scope", word(kPruneScopeNames, options.prune_scope));
  }
  if (options.prune_neurons > 0.0) add("prune-neurons", to_decimal(options.prune_neurons));
  if (options.activation_percent < 100.0) add("activation-percentile", to_decimal(options.activation_percent));
  if (options.search) {
    add("search", "random");
    add("trials", std::to_string(options.search->trials));
    add("seed", std::to_string(options.search->seed));
  }
  return text;
}

}  // namespace sentibyte::quantizer
