#include "bindings/quantizer.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <emscripten/bind.h>

#include "quantizer/options/command_line.h"
#include "quantizer/quantize.h"

namespace sentibyte::bindings {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

}  // namespace

bool QuantizerSession::fail(std::string message) {
  message_ = std::move(message);
  return false;
}

bool QuantizerSession::prepare_blob(std::uint32_t size) {
  blob_size_ = 0;
  if (!blob_.reserve(std::max<std::uint32_t>(size, 1))) {
    return fail("blob: no memory for " + std::to_string(size) + " bytes");
  }
  blob_size_ = size;
  return true;
}

bool QuantizerSession::quantize(const std::string& words) {
  result_.clear();
  report_.clear();
  const auto options = quantizer::parse_options(lines_of(words));
  if (!options) return fail(options.error().message);
  auto quantizer = quantizer::Quantizer::open(std::as_bytes(blob_.first(blob_size_)), options.value());
  blob_.release();
  blob_size_ = 0;
  if (!quantizer) return fail(quantizer.error().message);
  if (const auto problem = quantizer.value().prepare({})) return fail(problem->message);
  result_ = quantizer.value().write();
  report_ = to_json(quantizer.value().report());
  return true;
}

emscripten::val QuantizerSession::result() const {
  return emscripten::val(emscripten::typed_memory_view(result_.size(), result_.data()));
}

}  // namespace sentibyte::bindings

EMSCRIPTEN_BINDINGS(sentibyte_quantizer) {
  using sentibyte::bindings::QuantizerSession;
  emscripten::class_<QuantizerSession>("QuantizerSession")
      .constructor<>()
      .function("prepareBlob", &QuantizerSession::prepare_blob)
      .function("blob", &QuantizerSession::blob)
      .function("quantize", &QuantizerSession::quantize)
      .function("result", &QuantizerSession::result)
      .function("report", &QuantizerSession::report)
      .function("message", &QuantizerSession::message);
}
