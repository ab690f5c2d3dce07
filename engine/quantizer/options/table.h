// Every option of the quantizer, one row each. The command line is parsed by the rows, the usage printed from them, the
// blob's provenance and the report say them, and scripts/generate-options.mjs makes the TypeScript type of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "quantizer/options/command_line.h"

namespace sentibyte::quantizer {

enum class OptionKind : std::uint8_t {
  Choice,  ///< one of some words
  Real,    ///< a decimal number
  Whole,   ///< a whole number
  Rule,    ///< NAME=BITS, as often as wanted
  File,    ///< a path; "-" may be standard output
  Flag,    ///< takes no value
};

/// What parsing and describing need of a row. Numbers, and the place of a choice's word, travel as double.
struct Option {
  std::string_view name = {};  ///< as typed: "--scheme"
  OptionKind kind = OptionKind::Flag;
  std::string_view value = {};  ///< A choice's words, with | between them; what the usage calls other values.
  double least = 0.0;
  double most = 0.0;
  /// Nothing where the option was not given, or says nothing beside the others.
  std::optional<double> (*get)(const Options& options) = nullptr;
  void (*set)(Options& options, double value) = nullptr;
  std::string CommandLine::* file = nullptr;
  bool CommandLine::* flag = nullptr;
  std::string_view needs = {};  ///< An option without which this one makes no sense.
  /// Reads or writes files, or runs the model: not in the browser's module.
  bool command_only = false;
};

std::span<const Option> all_options();

/// The `index`-th of the words that `|` separates; nothing behind the last.
std::string_view word_at(std::string_view words, std::size_t index);

}  // namespace sentibyte::quantizer
