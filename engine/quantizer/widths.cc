#include "quantizer/widths.h"

#include <charconv>

#include "quantizer/pattern.h"

namespace sentibyte::quantizer {
namespace {

/// "NAME=BITS"; nothing where it is not.
std::optional<WidthRule> parse_rule(std::string_view text) {
  const std::size_t equals = text.rfind('=');
  if (equals == std::string_view::npos || equals == 0) return std::nullopt;
  WidthRule rule{std::string(text.substr(0, equals)), 0};
  const std::string_view digits = text.substr(equals + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), rule.bits);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (rule.bits < kFewestBits || rule.bits > kMostBits) return std::nullopt;
  return rule;
}

int default_width(const Weight& weight) { return weight.role == Role::Rows ? kDefaultRowBits : kDefaultMatrixBits; }

}  // namespace

std::optional<std::vector<WidthRule>> trained_widths(const format::ModelT& model) {
  for (const auto& fact : model.provenance) {
    if (fact->key != kTrainedWidthsKey) continue;
    std::vector<WidthRule> rules;
    std::string_view rest = fact->value;
    while (!rest.empty()) {
      const std::size_t space = rest.find(' ');
      if (const auto rule = parse_rule(rest.substr(0, space))) rules.push_back(*rule);
      rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
    }
    return rules;
  }
  return std::nullopt;
}

Result<std::vector<std::optional<int>>> widths_by_rule(const Network& network, const Options& options) {
  std::vector<std::optional<int>> widths(network.weights.size());
  const auto trained = trained_widths(network.model);
  for (std::size_t w = 0; w < widths.size(); ++w) {
    const Weight& weight = network.weights[w];
    if (options.bits) {
      widths[w] = options.bits;
    } else if (!options.budget) {
      widths[w] = default_width(weight);
      for (const WidthRule& rule : trained.value_or(std::vector<WidthRule>{})) {
        if (rule.pattern == weight.name) widths[w] = rule.bits;
      }
    }
  }
  for (const WidthRule& rule : options.rules) {
    bool used = false;
    for (std::size_t w = 0; w < widths.size(); ++w) {
      if (!matches(rule.pattern, network.weights[w].name)) continue;
      widths[w] = rule.bits;
      used = true;
    }
    if (!used) return Error{ErrorCode::Input, "--bits-for " + rule.pattern + ": no tensor to quantize has this name"};
  }
  return widths;
}

}  // namespace sentibyte::quantizer
