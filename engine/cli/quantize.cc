// sentibyte-quantize: a float model in, a quantized one out. Nothing is left behind when something fails.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

#include "quantizer/options/command_line.h"
#include "quantizer/options/usage.h"
#include "quantizer/produce.h"

namespace {

using sentibyte::Error;
using sentibyte::ErrorCode;
using sentibyte::Result;
using sentibyte::quantizer::CommandLine;
using sentibyte::quantizer::Product;
using sentibyte::quantizer::Texts;
using sentibyte::quantizer::TokenTexts;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

Error cannot(const char* what, const std::string& path) { return {ErrorCode::Input, path + ": cannot be " + what}; }

Result<std::vector<char>> read_file(const std::string& path) {
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) return cannot("opened", path);
  std::vector<char> bytes;
  char chunk[1 << 16];
  std::size_t count = 0;
  do {
    count = std::fread(chunk, 1, sizeof chunk, file.get());
    bytes.insert(bytes.end(), chunk, chunk + count);
  } while (count == sizeof chunk);
  if (std::ferror(file.get()) != 0) return cannot("read", path);
  return bytes;
}

/// Writes beside the target and moves it into place, so that a reader never sees half a file.
std::optional<Error> write_file(const std::string& path, std::span<const std::uint8_t> bytes) {
  const std::string temporary = path + "." + std::to_string(getpid()) + ".part";
  std::FILE* file = std::fopen(temporary.c_str(), "wb");
  if (file == nullptr) return cannot("written", path);
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool closed = std::fclose(file) == 0;
  if (written && closed && std::rename(temporary.c_str(), path.c_str()) == 0) return std::nullopt;
  std::remove(temporary.c_str());
  return cannot("written", path);
}

std::optional<Error> write_text(const std::string& path, const std::string& text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (path != "-") return write_file(path, {bytes, text.size()});
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size()) return std::nullopt;
  return cannot("written", "standard output");
}

Result<std::optional<TokenTexts>> read_texts(const std::string& path) {
  if (path.empty()) return std::optional<TokenTexts>{};
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  auto texts = sentibyte::quantizer::parse_token_texts({bytes.value().data(), bytes.value().size()}, path);
  if (!texts) return texts.error();
  return std::optional<TokenTexts>(std::move(texts).value());
}

Result<Product> make(const CommandLine& line) {
  const auto blob = read_file(line.input);
  if (!blob) return blob.error();
  Texts texts;
  for (const auto& [path, target] :
       {std::pair{&line.calibration, &texts.calibration}, std::pair{&line.evaluation, &texts.evaluation}}) {
    auto read = read_texts(*path);
    if (!read) return read.error();
    *target = std::move(read).value();
  }
  const bool terminal = isatty(STDERR_FILENO) == 1;
  sentibyte::quantizer::Progress progress;
  if (!line.quiet) {
    progress = [terminal](std::string_view step) {
      std::fprintf(stderr, terminal ? "\r\x1b[K%.*s" : "%.*s\n", static_cast<int>(step.size()), step.data());
    };
  }
  auto product = sentibyte::quantizer::produce(std::as_bytes(std::span(blob.value())), line.options, texts, progress);
  if (progress && terminal) std::fputs("\r\x1b[K", stderr);
  return product;
}

std::optional<Error> run(const CommandLine& line) {
  if (line.input.empty()) return Error{ErrorCode::Input, "no input file (--help says how to call it)"};
  if (line.output.empty()) return Error{ErrorCode::Input, "no output file (-o OUT.sbm)"};
  const auto product = make(line);
  if (!product) return product.error();
  const auto& report = product.value().report;
  // The report first: should it fail, there is no blob without the report that was asked for.
  if (!line.report.empty()) {
    if (auto error = write_text(line.report, sentibyte::quantizer::to_json(report))) return error;
  }
  if (auto error = write_file(line.output, product.value().blob)) {
    if (!line.report.empty() && line.report != "-") std::remove(line.report.c_str());
    return error;
  }
  if (line.quiet) return std::nullopt;
  std::fprintf(stderr, "%s: %zu bytes from %zu, %s path\n", line.output.c_str(), report.bytes, report.float_bytes,
               report.path.c_str());
  if (const auto& c = report.comparison) {
    std::fprintf(stderr, "%zu texts: %.2f %% of the labels agree with the float model, mean logit error %.4f\n",
                 c->texts, 100.0 * c->agreement, c->mean_logit_error);
  }
  return std::nullopt;
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string_view> words(arguments + 1, arguments + count);
  const auto line = sentibyte::quantizer::parse_command_line(words);
  if (line.ok() && line.value().help) {
    std::fputs(sentibyte::quantizer::usage().c_str(), stdout);
    return 0;
  }
  const auto error = line.ok() ? run(line.value()) : std::optional<Error>(line.error());
  if (!error) return 0;
  std::fprintf(stderr, "sentibyte-quantize: %s\n", error->message.c_str());
  return 1;
}
