#include "quantizer/options/command_line.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "format/problem.h"
#include "quantizer/options/table.h"
#include "quantizer/text/decimal.h"

namespace sentibyte::quantizer {
namespace {

using format::Problem;

Error complaint(std::string_view flag, const std::string& what) {
  return {ErrorCode::Input, std::string(flag) + ": " + what};
}

std::string quoted(std::string_view text) {
  std::string result(1, '"');
  result.append(text);
  result += '"';
  return result;
}

std::optional<double> whole_number(std::string_view text) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return static_cast<double>(number);
}

std::string as_whole(double number) { return std::to_string(static_cast<std::uint64_t>(number)); }

Problem read_choice(const Option& option, std::string_view value, Options& options) {
  std::string all;
  for (std::size_t index = 0;; ++index) {
    const std::string_view word = word_at(option.value, index);
    if (word.empty()) return complaint(option.name, quoted(value) + " is none of " + all);
    if (word == value) {
      option.set(options, static_cast<double>(index));
      return std::nullopt;
    }
    all.append(all.empty() ? "" : ", ").append(word);
  }
}

bool is_within(const Option& option, const std::optional<double>& number) {
  return number && *number >= option.least && *number <= option.most;
}

Problem read_number(const Option& option, std::string_view value, Options& options) {
  const bool whole = option.kind == OptionKind::Whole;
  const auto number = whole ? whole_number(value) : parse_decimal(value);
  if (!is_within(option, number)) {
    return complaint(option.name, quoted(value) + (whole ? " is not a whole number from " : " is not a number from ") +
                                      as_whole(option.least) + " to " + as_whole(option.most));
  }
  option.set(options, *number);
  return std::nullopt;
}

Problem read_rule(const Option& option, std::string_view value, Options& options) {
  const std::size_t equals = value.rfind('=');
  const auto bits = equals == std::string_view::npos ? std::nullopt : whole_number(value.substr(equals + 1));
  if (!is_within(option, bits) || equals == 0) {
    return complaint(option.name, quoted(value) + " is not NAME=BITS with 2 to 8 bits");
  }
  options.rules.push_back({std::string(value.substr(0, equals)), static_cast<int>(*bits)});
  return std::nullopt;
}

Problem read_value(const Option& option, std::string_view value, CommandLine& line) {
  switch (option.kind) {
    case OptionKind::Choice:
      return read_choice(option, value, line.options);
    case OptionKind::Real:
    case OptionKind::Whole:
      return read_number(option, value, line.options);
    case OptionKind::Rule:
      return read_rule(option, value, line.options);
    case OptionKind::File:
      if (value.empty()) return complaint(option.name, "a file name is missing");
      line.*option.file = value;
      break;
    case OptionKind::Flag:
      break;
  }
  return std::nullopt;
}

const Option* find_option(std::string_view word) {
  const auto options = all_options();
  const auto found = std::find_if(options.begin(), options.end(), [word](const Option& o) { return o.name == word; });
  return found == options.end() ? nullptr : &*found;
}

/// What only makes sense together.
Problem check_needs(const std::vector<const Option*>& given) {
  for (const Option* option : given) {
    const auto is_there = [option](const Option* other) { return other->name == option->needs; };
    if (option->needs.empty() || std::any_of(given.begin(), given.end(), is_there)) continue;
    return complaint(option->name, "only with " + std::string(option->needs));
  }
  return std::nullopt;
}

Result<CommandLine> parse(std::span<const std::string_view> words, bool is_command) {
  CommandLine line;
  std::vector<const Option*> given;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i] == "-h" ? "--help" : words[i];
    const Option* option = find_option(word);
    if (option != nullptr && option->command_only && !is_command) {
      return complaint(word, "only in the command sentibyte-quantize");
    }
    if (option != nullptr && option->kind == OptionKind::Flag) {
      line.*option->flag = true;
    } else if (option != nullptr) {
      if (i + 1 == words.size()) return complaint(word, "its value is missing");
      if (auto problem = read_value(*option, words[++i], line)) return std::move(*problem);
      given.push_back(option);
    } else if (word.size() > 1 && word.front() == '-') {
      return complaint(word, "no such option (--help lists them)");
    } else if (!is_command) {
      return complaint(word, "no such option");
    } else if (line.input.empty()) {
      line.input = word;
    } else {
      return complaint(word, "there is an input file already, " + line.input);
    }
  }
  if (auto problem = check_needs(given)) return std::move(*problem);
  return line;
}

/// The value as one would type it.
std::string written(const Option& option, double value) {
  if (option.kind == OptionKind::Choice) return std::string(word_at(option.value, static_cast<std::size_t>(value)));
  return option.kind == OptionKind::Whole ? as_whole(value) : to_decimal(value);
}

}  // namespace

Result<CommandLine> parse_command_line(std::span<const std::string_view> words) { return parse(words, true); }

Result<Options> parse_options(std::span<const std::string_view> words) {
  auto line = parse(words, false);
  if (!line) return line.error();
  return std::move(line).value().options;
}

std::string describe(const Options& options) {
  std::string text;
  const auto add = [&text](std::string_view name, const std::string& value) {
    text.append(text.empty() ? "" : " ").append(name).append(" ").append(value);
  };
  for (const Option& option : all_options()) {
    if (option.kind == OptionKind::Rule) {
      for (const WidthRule& rule : options.rules) add(option.name, rule.pattern + "=" + std::to_string(rule.bits));
    } else if (option.get != nullptr) {
      if (const auto value = option.get(options)) add(option.name, written(option, *value));
    }
  }
  return text;
}

}  // namespace sentibyte::quantizer
