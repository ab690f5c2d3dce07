#include "quantizer/options/table.h"

#include <array>
#include <cstddef>
#include <iterator>
#include <type_traits>

#include "quantizer/options/usage.h"

namespace sentibyte::quantizer {
namespace {

constexpr double kMostWhole = 2'000'000'000;

template <class T>
std::optional<double> number_of(T value) {
  return static_cast<double>(value);
}

template <class T>
std::optional<double> number_of(const std::optional<T>& value) {
  return value ? number_of(*value) : std::nullopt;
}

template <class T>
struct ValueOf {
  using Type = T;
};
template <class T>
struct ValueOf<std::optional<T>> {
  using Type = T;
};

template <auto kMember>
std::optional<double> get(const Options& options) {
  return number_of(options.*kMember);
}

template <auto kMember>
void set(Options& options, double value) {
  using Member = std::remove_reference_t<decltype(options.*kMember)>;
  options.*kMember = static_cast<typename ValueOf<Member>::Type>(value);
}

SearchSettings& search_of(Options& options) {
  if (!options.search) options.search.emplace();
  return *options.search;
}

/// A row, and what only the usage needs of it.
struct Row {
  Option option;
  Section section;
  const char* help;
};

// In the order in which a description of the options names them.
constexpr Row kRows[] = {
    {{.name = "--scheme",
      .kind = OptionKind::Choice,
      .value = "symmetric|asymmetric|power-of-two",
      .get = get<&Options::scheme>,
      .set = set<&Options::scheme>},
     Section::Weights,
     "asymmetric runs on the engine's scalar path, slower"},
    {{.name = "--granularity",
      .kind = OptionKind::Choice,
      .value = "global|tensor|channel",
      .get = get<&Options::granularity>,
      .set = set<&Options::granularity>},
     Section::Weights,
     "how many weights share a range (default channel)"},
    {{.name = "--range",
      .kind = OptionKind::Choice,
      .value = "auto|minmax|percentile|mse",
      .get = get<&Options::range>,
      .set = set<&Options::range>},
     Section::Weights,
     "which part of a distribution the codes cover (default auto: minmax at 8 bits and for models trained for it, "
     "else mse)"},
    {{.name = "--percentile",
      .kind = OptionKind::Real,
      .value = "P",
      .least = 50,
      .most = 100,
      .get = [](const Options& options) -> std::optional<double> {
        if (options.range != RangeChoice::Percentile) return std::nullopt;
        return options.percent;
      },
      .set = set<&Options::percent>},
     Section::Weights,
     "percent of the weights inside their range, for the range percentile (default 99.9)"},
    {{.name = "--rounding",
      .kind = OptionKind::Choice,
      .value = "nearest|floor|signed-magnitude",
      .get = get<&Options::rounding>,
      .set = set<&Options::rounding>},
     Section::Weights,
     "how a number becomes a code (default nearest)"},
    {{.name = "--bits",
      .kind = OptionKind::Whole,
      .value = "N",
      .least = kFewestBits,
      .most = kMostBits,
      .get = get<&Options::bits>,
      .set = set<&Options::bits>},
     Section::Weights,
     "2 to 8 for all tensors (default: as trained, else 8, and 4 for embeddings)"},
    {{.name = "--bits-for", .kind = OptionKind::Rule, .value = "NAME=N", .least = kFewestBits, .most = kMostBits},
     Section::Weights,
     "bits for tensors by name, * and ? allowed; the last that matches wins"},
    {{.name = "--budget",
      .kind = OptionKind::Whole,
      .value = "BYTES",
      .least = 1,
      .most = kMostWhole,
      .get = get<&Options::budget>,
      .set = set<&Options::budget>},
     Section::Weights,
     "size of the blob; the width of every tensor without one is chosen to fit"},
    {{.name = "--prune",
      .kind = OptionKind::Real,
      .value = "FRACTION",
      .least = 0,
      .most = 1,
      .get = [](const Options& options) -> std::optional<double> {
        if (options.prune <= 0.0) return std::nullopt;
        return options.prune;
      },
      .set = set<&Options::prune>},
     Section::Pruning,
     "the smallest weights become 0; stored sparse where that is smaller"},
    {{.name = "--prune-scope",
      .kind = OptionKind::Choice,
      .value = "model|tensor",
      .get = [](const Options& options) -> std::optional<double> {
        if (options.prune <= 0.0) return std::nullopt;
        return number_of(options.prune_scope);
      },
      .set = set<&Options::prune_scope>},
     Section::Pruning,
     "one threshold for all, or the same fraction of each tensor (default tensor)"},
    {{.name = "--prune-neurons",
      .kind = OptionKind::Real,
      .value = "FRACTION",
      .least = 0,
      .most = 1,
      .get = [](const Options& options) -> std::optional<double> {
        if (options.prune_neurons <= 0.0) return std::nullopt;
        return options.prune_neurons;
      },
      .set = set<&Options::prune_neurons>},
     Section::Pruning,
     "removes whole neurons of dense and convolution layers"},
    {{.name = "--calibrate",
      .kind = OptionKind::File,
      .value = "IDS",
      .file = &CommandLine::calibration,
      .command_only = true},
     Section::Activations,
     "ranges from these texts, not from the model file; one text per line, token ids separated by spaces"},
    {{.name = "--activation-percentile",
      .kind = OptionKind::Real,
      .value = "P",
      .least = 50,
      .most = 100,
      .get = [](const Options& options) -> std::optional<double> {
        if (options.activation_percent >= 100.0) return std::nullopt;
        return options.activation_percent;
      },
      .set = set<&Options::activation_percent>,
      .command_only = true},
     Section::Activations,
     "leaves the outermost values out (default 100)"},
    {{.name = "--search",
      .kind = OptionKind::Choice,
      .value = "random",
      .get = [](const Options& options) -> std::optional<double> {
        if (!options.search) return std::nullopt;
        return 0.0;
      },
      .set = [](Options& options, double) { search_of(options); },
      .command_only = true},
     Section::Search,
     "varies the clipping ranges to lower the logit error on --calibrate"},
    {{.name = "--trials",
      .kind = OptionKind::Whole,
      .value = "N",
      .least = 1,
      .most = 100'000,
      .get = [](const Options& options) -> std::optional<double> {
        if (!options.search) return std::nullopt;
        return options.search->trials;
      },
      .set = [](Options& options, double value) { search_of(options).trials = static_cast<int>(value); },
      .needs = "--search",
      .command_only = true},
     Section::Search,
     "how often (default 50)"},
    {{.name = "--seed",
      .kind = OptionKind::Whole,
      .value = "N",
      .least = 0,
      .most = kMostWhole,
      .get = [](const Options& options) -> std::optional<double> {
        if (!options.search) return std::nullopt;
        return static_cast<double>(options.search->seed);
      },
      .set = [](Options& options, double value) { search_of(options).seed = static_cast<std::uint64_t>(value); },
      .needs = "--search",
      .command_only = true},
     Section::Search,
     "of its random numbers (default 1)"},
    {{.name = "-o", .kind = OptionKind::File, .value = "FILE", .file = &CommandLine::output, .command_only = true},
     Section::Output,
     "the quantized blob"},
    {{.name = "--evaluate",
      .kind = OptionKind::File,
      .value = "IDS",
      .file = &CommandLine::evaluation,
      .command_only = true},
     Section::Output,
     "compares with the float model on these texts, for the report"},
    {{.name = "--report",
      .kind = OptionKind::File,
      .value = "FILE",
      .file = &CommandLine::report,
      .command_only = true},
     Section::Output,
     "JSON; - is standard output"},
    {{.name = "--quiet", .kind = OptionKind::Flag, .flag = &CommandLine::quiet, .command_only = true},
     Section::Output,
     "no progress on standard error"},
    {{.name = "--help", .kind = OptionKind::Flag, .flag = &CommandLine::help, .command_only = true},
     Section::Output,
     "prints this"},
};

// The rows without their help, which the browser's module does not need.
constexpr auto kOptions = [] {
  std::array<Option, std::size(kRows)> options;
  for (std::size_t i = 0; i < options.size(); ++i) options[i] = kRows[i].option;
  return options;
}();

/// Appends `text`, broken at spaces so that no line is longer than `most`, its other lines behind `indent` spaces.
void append_wrapped(std::string& to, std::string_view text, std::size_t most, std::size_t indent) {
  while (text.size() > most) {
    const std::size_t end = text.rfind(' ', most);
    to.append(text.substr(0, end)).append("\n").append(indent, ' ');
    text.remove_prefix(end + 1);
  }
  to.append(text).append("\n");
}

}  // namespace

std::span<const Option> all_options() { return kOptions; }

std::string_view word_at(std::string_view words, std::size_t index) {
  for (; index > 0 && !words.empty(); --index) {
    const std::size_t end = words.find('|');
    words = end == std::string_view::npos ? std::string_view{} : words.substr(end + 1);
  }
  return words.substr(0, words.find('|'));
}

std::string usage() {
  constexpr std::size_t kHelpAt = 47;
  constexpr std::size_t kWidest = 120;
  constexpr std::string_view kSections[] = {"Weights", "Pruning", "Activations (u7, static)", "Search", "Output"};
  std::string text =
      "sentibyte-quantize IN.float.sbm -o OUT.sbm [options]\n"
      "\n"
      "Quantizes a float model. Without options: the recipe of the shipped models.\n";
  std::optional<Section> section;
  for (const Row& row : kRows) {
    if (section != row.section) {
      section = row.section;
      text.append("\n").append(kSections[static_cast<std::size_t>(row.section)]).append("\n");
    }
    std::string left = "  ";
    left.append(row.option.name);
    if (!row.option.value.empty()) left.append(" ").append(row.option.value);
    left.append(left.size() < kHelpAt ? kHelpAt - left.size() : 1, ' ');
    text.append(left);
    append_wrapped(text, row.help, kWidest - kHelpAt, kHelpAt);
  }
  return text;
}

}  // namespace sentibyte::quantizer
