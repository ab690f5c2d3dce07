// The options as words: of the command, and of the browser's module, which takes the same ones without the files.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "quantizer/options/options.h"
#include "sentibyte/error.h"

namespace sentibyte::quantizer {

struct CommandLine {
  Options options;
  std::string input;
  std::string output;
  std::string report;       ///< File for the JSON report; "-" is standard output.
  std::string calibration;  ///< File of token ids.
  std::string evaluation;   ///< File of token ids.
  bool quiet = false;
  bool help = false;
};

/// An unknown word, a missing or impossible value: an error that names the word.
Result<CommandLine> parse_command_line(std::span<const std::string_view> words);

/// The same without the options that need files, and without an input file: what the browser's module takes.
Result<Options> parse_options(std::span<const std::string_view> words);

}  // namespace sentibyte::quantizer
