#include "quantizer/budget/widths.h"

#include <charconv>

#include "quantizer/text/pattern.h"

namespace sentibyte::quantizer {
namespace {

/// Takes `expected` off the front of `text`.
bool take(std::string_view& text, char expected) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

/// Takes `"NAME":BITS` off the front of `text`. Tensor names need no escapes.
std::optional<WidthRule> take_width(std::string_view& text) {
  if (!take(text, '"')) return std::nullopt;
  const std::size_t end = text.find('"');
  if (end == std::string_view::npos) return std::nullopt;
  WidthRule rule{std::string(text.substr(0, end)), 0};
  text.remove_prefix(end + 1);
  if (!take(text, ':')) return std::nullopt;
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  const auto [last, error] = std::from_chars(text.data(), text.data() + text.size(), rule.bits);
  if (error != std::errc{} || rule.bits < kFewestBits || rule.bits > kMostBits) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(last - text.data()));
  return rule;
}

std::optional<std::vector<WidthRule>> parse_widths(std::string_view text) {
  std::vector<WidthRule> rules;
  if (!take(text, '{')) return std::nullopt;
  do {
    auto rule = take_width(text);
    if (!rule) return std::nullopt;
    rules.push_back(std::move(*rule));
  } while (take(text, ','));
  if (!take(text, '}')) return std::nullopt;
  return rules;
}

int default_width(const Weight& weight) {
  using format::TensorRole;
  const bool rows = weight.role == TensorRole::Pieces || weight.role == TensorRole::Buckets;
  return rows ? kDefaultRowBits : kDefaultMatrixBits;
}

}  // namespace

std::optional<std::vector<WidthRule>> trained_widths(const format::ModelT& model) {
  for (const auto& fact : model.provenance) {
    if (fact->key != kTrainedWidthsKey) continue;
    return parse_widths(fact->value);
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
