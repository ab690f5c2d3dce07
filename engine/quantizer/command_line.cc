#include "quantizer/command_line.h"

#include <charconv>
#include <optional>

#include "quantizer/decimal.h"

namespace sentibyte::quantizer {
namespace {

Error complaint(std::string_view flag, const std::string& what) {
  return {ErrorCode::Input, std::string(flag) + ": " + what};
}

std::string quoted(std::string_view text) {
  std::string result(1, '"');
  result.append(text);
  result += '"';
  return result;
}

std::optional<std::uint64_t> whole_number(std::string_view text, std::uint64_t least, std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most) return std::nullopt;
  return number;
}

std::optional<double> real_number(std::string_view text, double least, double most) {
  const auto number = parse_decimal(text);
  if (!number || *number < least || *number > most) return std::nullopt;
  return number;
}

using Problem = std::optional<Error>;

/// Reads the value of one flag into the command line.
class Parser {
 public:
  explicit Parser(CommandLine& line) : line_(line) {}

  bool takes_value(std::string_view flag) const {
    for (const auto known :
         {"-o", "--report", "--calibrate", "--evaluate", "--scheme", "--granularity", "--range", "--percentile",
          "--rounding", "--bits", "--bits-for", "--budget", "--prune", "--prune-scope", "--prune-neurons",
          "--activation-percentile", "--search", "--trials", "--seed"}) {
      if (flag == known) return true;
    }
    return false;
  }

  Problem set(std::string_view flag, std::string_view value) {
    Options& options = line_.options;
    if (flag == "-o") return file(flag, value, line_.output);
    if (flag == "--report") return file(flag, value, line_.report);
    if (flag == "--calibrate") return file(flag, value, line_.calibration);
    if (flag == "--evaluate") return file(flag, value, line_.evaluation);
    if (flag == "--scheme") return choice(flag, value, kSchemeNames, options.scheme);
    if (flag == "--granularity") return choice(flag, value, kGranularityNames, options.granularity);
    if (flag == "--range") return choice(flag, value, kRangeNames, options.range);
    if (flag == "--rounding") return choice(flag, value, kRoundingNames, options.rounding);
    if (flag == "--prune-scope") return choice(flag, value, kPruneScopeNames, options.prune_scope);
    if (flag == "--percentile") return real(flag, value, 50.0, 100.0, options.percent);
    if (flag == "--activation-percentile") return real(flag, value, 50.0, 100.0, options.activation_percent);
    if (flag == "--prune") return real(flag, value, 0.0, 1.0, options.prune);
    if (flag == "--prune-neurons") return real(flag, value, 0.0, 1.0, options.prune_neurons);
    if (flag == "--bits-for") return rule(flag, value);
    return number(flag, value);
  }

  /// What only makes sense together.
  Problem finish() {
    if (search_) line_.options.search = settings_;
    if (search_given_settings_ && !search_) return complaint("--trials, --seed", "only with --search random");
    return std::nullopt;
  }

 private:
  static Problem file(std::string_view flag, std::string_view value, std::string& target) {
    if (value.empty()) return complaint(flag, "a file name is missing");
    target = value;
    return std::nullopt;
  }

  template <class Enum>
  static Problem choice(std::string_view flag, std::string_view value, std::span<const std::string_view> names,
                        Enum& target) {
    std::size_t index = 0;
    if (auto problem = find(flag, value, names, index)) return problem;
    target = static_cast<Enum>(index);
    return std::nullopt;
  }

  static Problem find(std::string_view flag, std::string_view value, std::span<const std::string_view> names,
                      std::size_t& index) {
    for (index = 0; index < names.size(); ++index) {
      if (names[index] == value) return std::nullopt;
    }
    std::string all;
    for (const std::string_view name : names) all.append(all.empty() ? "" : ", ").append(name);
    return complaint(flag, quoted(value) + " is none of " + all);
  }

  static Problem real(std::string_view flag, std::string_view value, double least, double most, double& target) {
    const auto found = real_number(value, least, most);
    if (!found) {
      return complaint(flag, quoted(value) + " is not a number from " + std::to_string(static_cast<int>(least)) +
                                 " to " + std::to_string(static_cast<int>(most)));
    }
    target = *found;
    return std::nullopt;
  }

  Problem rule(std::string_view flag, std::string_view value) {
    const std::size_t equals = value.rfind('=');
    const auto bits = equals == std::string_view::npos ? std::nullopt
                                                       : whole_number(value.substr(equals + 1), kFewestBits, kMostBits);
    if (!bits || equals == 0) return complaint(flag, quoted(value) + " is not NAME=BITS with 2 to 8 bits");
    line_.options.rules.push_back({std::string(value.substr(0, equals)), static_cast<int>(*bits)});
    return std::nullopt;
  }

  Problem number(std::string_view flag, std::string_view value) {
    constexpr std::uint64_t kMost = 2'000'000'000;
    if (flag == "--search") {
      if (value != "random") return complaint(flag, quoted(value) + " is not random");
      search_ = true;
      return std::nullopt;
    }
    const bool bits = flag == "--bits";
    const std::uint64_t least = bits ? kFewestBits : flag == "--seed" ? 0 : 1;
    const std::uint64_t most = bits ? kMostBits : flag == "--trials" ? 100'000 : kMost;
    const auto found = whole_number(value, least, most);
    if (!found) {
      return complaint(
          flag, quoted(value) + " is not a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    }
    if (bits) line_.options.bits = static_cast<int>(*found);
    if (flag == "--budget") line_.options.budget = static_cast<std::size_t>(*found);
    if (flag == "--trials") settings_.trials = static_cast<int>(*found);
    if (flag == "--seed") settings_.seed = *found;
    search_given_settings_ = search_given_settings_ || flag == "--trials" || flag == "--seed";
    return std::nullopt;
  }

  CommandLine& line_;
  SearchSettings settings_;
  bool search_ = false;
  bool search_given_settings_ = false;
};

}  // namespace

Result<CommandLine> parse_command_line(std::span<const std::string_view> words) {
  CommandLine line;
  Parser parser(line);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || word == "-h") {
      line.help = true;
    } else if (word == "--quiet") {
      line.quiet = true;
    } else if (parser.takes_value(word)) {
      if (i + 1 == words.size()) return complaint(word, "its value is missing");
      if (auto problem = parser.set(word, words[++i])) return std::move(*problem);
    } else if (word.size() > 1 && word.front() == '-') {
      return complaint(word, "no such option (--help lists them)");
    } else if (line.input.empty()) {
      line.input = word;
    } else {
      return complaint(word, "there is an input file already, " + line.input);
    }
  }
  if (auto problem = parser.finish()) return std::move(*problem);
  return line;
}

std::string_view usage() {
  return R"(sentibyte-quantize IN.float.sbm -o OUT.sbm [options]

Quantizes a float model. Without options: the recipe of the shipped models.

Weights
  --scheme symmetric|asymmetric|power-of-two   asymmetric runs on the engine's scalar path
  --granularity global|tensor|channel          how many weights share a range (default channel)
  --range auto|minmax|percentile|mse           which part of a distribution the codes cover (default auto:
                                               minmax at 8 bits and for QAT models, else mse)
  --percentile P                               for --range percentile (default 99.9)
  --rounding nearest|floor|signed-magnitude
  --bits N                                     2 to 8 for all (default: as trained, else 8, and 4 for embeddings)
  --bits-for NAME=N                            for tensors by name, * and ? allowed; repeatable, the last wins
  --budget BYTES                               chooses the width of every other tensor to fit the file's size

Activations (u7, static)
  --calibrate IDS                              ranges from these texts, not from the model file; a text a line,
                                               token ids separated by spaces
  --activation-percentile P                    leaves the outermost values out (default 100)

Pruning
  --prune FRACTION                             the smallest weights become 0; stored sparse where that is smaller
  --prune-scope model|tensor                   one threshold, or the same fraction of each tensor (default model)
  --prune-neurons FRACTION                     removes whole neurons of dense and convolution layers

Search
  --search random --trials N --seed S          varies the clipping ranges to lower the logit error on --calibrate

Output
  --evaluate IDS                               compares with the float model on these texts, for the report
  --report FILE                                JSON; - is standard output
  --quiet                                      no progress on standard error
)";
}

}  // namespace sentibyte::quantizer
