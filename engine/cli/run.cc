// sentibyte-run BLOB < token-ids: one text per line, ids separated by spaces; a line of numbers comes out for each.
#include <algorithm>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/output_file.h"
#include "sentibyte/engine.h"

namespace {

constexpr int kBadUse = 2;     // wrong arguments
constexpr int kBadBlob = 3;    // unreadable or refused
constexpr int kBadInput = 4;   // a line that is no list of ids, or ids the model refuses
constexpr int kBadOutput = 5;  // what was printed did not all arrive

constexpr std::string_view kHelp =
    "sentibyte-run [--logits | --describe] BLOB < ids\n"
    "\n"
    "Reads one text per line, as token ids separated by spaces, and prints its probabilities and score.\n"
    "  --logits     prints the logits and the raw score instead\n"
    "  --describe   prints what the blob is, and reads nothing\n"
    "\n"
    "Exit status: 0 well, 2 wrong arguments, 3 the blob cannot be used, 4 a line cannot be scored,\n"
    "5 the output cannot be written.\n";

struct Arguments {
  std::string blob;
  bool logits = false;
  bool describe = false;
};

std::optional<Arguments> parse(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--logits") {
      arguments.logits = true;
    } else if (word == "--describe") {
      arguments.describe = true;
    } else if (word.starts_with('-') || !arguments.blob.empty()) {
      return {};
    } else {
      arguments.blob = word;
    }
  }
  if (arguments.blob.empty()) return {};
  return arguments;
}

/// The ids of a line; nothing if one of its words is not a number from 0 to 65535.
std::optional<std::vector<std::uint16_t>> parse_ids(std::string_view line) {
  std::vector<std::uint16_t> ids;
  constexpr std::string_view kBlank = " \t\r";
  for (std::size_t at = 0; (at = line.find_first_not_of(kBlank, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlank, at), line.size());
    std::uint16_t id = 0;
    const auto parsed = std::from_chars(line.data() + at, line.data() + end, id);
    if (parsed.ec != std::errc() || parsed.ptr != line.data() + end) return {};
    ids.push_back(id);
    at = end;
  }
  return ids;
}

/// The shortest text that reads back as the same float, so that two runs can be compared bit by bit.
void print_row(std::span<const float> row) {
  std::string line;
  char digits[32];
  for (const float number : row) {
    const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    if (!line.empty()) line += ' ';
    line.append(digits, end);
  }
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stdout);
}

void describe(const sentibyte::Description& about) {
  std::printf("name        %s\nfamily      %s\nclasses    ", about.name.c_str(), about.family.c_str());
  for (const std::string& name : about.classes) std::printf(" %s", name.c_str());
  std::printf(
      "\nprecision   %s\npath        %s\nkernels     %s\nlongest     %u tokens\nvocabulary  %u\nmemory      %zu "
      "bytes\n",
      about.precision == sentibyte::Precision::Int8 ? "int8" : "float",
      about.path == sentibyte::Path::Fast ? "fast" : "scalar", about.kernels.c_str(), about.longest, about.vocabulary,
      about.memory);
}

int fail(int status, std::string_view what) {
  std::cerr << "sentibyte-run: " << what << '\n';
  return status;
}

/// The status of a command that has printed all that it had to.
int finish() { return sentibyte::cli::flush_output() ? 0 : fail(kBadOutput, "standard output: cannot be written"); }

int score_lines(sentibyte::Engine& engine, bool logits) {
  std::string line;
  for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
    const auto where = [number] { return "line " + std::to_string(number) + ": "; };
    const auto ids = parse_ids(line);
    if (!ids) return fail(kBadInput, where() + "not a list of ids from 0 to 65535");
    const auto length = static_cast<std::uint32_t>(ids->size());
    const auto result = engine.run(*ids, {&length, 1});
    if (!result) return fail(kBadInput, where() + result.error().message);
    print_row(logits ? engine.logits() : result.value());
    if (std::ferror(stdout) != 0) break;
  }
  return finish();
}

}  // namespace

int main(int count, char** words) {
  for (int i = 1; i < count; ++i) {
    if (std::string_view(words[i]) == "--help") {
      std::fwrite(kHelp.data(), 1, kHelp.size(), stdout);
      return finish();
    }
  }
  const auto arguments = parse(count, words);
  if (!arguments) {
    std::cerr << kHelp;
    return kBadUse;
  }
  std::ifstream file(arguments->blob, std::ios::binary);
  if (!file) return fail(kBadBlob, arguments->blob + ": cannot be read");
  const std::vector<char> bytes((std::istreambuf_iterator<char>(file)), {});
  auto engine = sentibyte::Engine::load(std::as_bytes(std::span(bytes)));
  if (!engine) return fail(kBadBlob, arguments->blob + ": " + engine.error().message);
  if (arguments->describe) {
    describe(engine.value().describe());
    return finish();
  }
  return score_lines(engine.value(), arguments->logits);
}
