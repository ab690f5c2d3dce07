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

#include "cli/output_file.h"
#include "quantizer/options/command_line.h"
#include "quantizer/options/usage.h"
#include "quantizer/produce.h"

namespace {

using sentibyte::Error;
using sentibyte::ErrorCode;
using sentibyte::Result;
using sentibyte::cli::OutputFile;
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

/// A report, for standard output where its name is "-".
Result<std::optional<OutputFile>> write_report(const std::string& path, const std::string& text) {
  if (path == "-") {
    std::fputs(text.c_str(), stdout);
    if (!sentibyte::cli::flush_output()) return cannot("written", "standard output");
  }
  if (path.empty() || path == "-") return std::optional<OutputFile>{};
  auto file = OutputFile::write(path, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  if (!file) return file.error();
  return std::optional<OutputFile>(std::move(file).value());
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
  if (!line.report.empty() && line.report != "-" && sentibyte::cli::same_file(line.report, line.output)) {
    return Error{ErrorCode::Input, "--report and -o name the same file"};
  }
  const auto product = make(line);
  if (!product) return product.error();
  const auto& report = product.value().report;
  // Both are written before either takes its place, so that a failure leaves what was there.
  auto report_file = write_report(line.report, sentibyte::quantizer::to_json(report));
  if (!report_file) return report_file.error();
  auto blob_file = OutputFile::write(line.output, product.value().blob);
  if (!blob_file) return blob_file.error();
  if (report_file.value()) {
    if (auto error = report_file.value()->commit()) return error;
  }
  if (auto error = blob_file.value().commit()) return error;
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
    return sentibyte::cli::flush_output() ? 0 : 1;
  }
  const auto error = line.ok() ? run(line.value()) : std::optional<Error>(line.error());
  if (!error) return 0;
  std::fprintf(stderr, "sentibyte-quantize: %s\n", error->message.c_str());
  return 1;
}
