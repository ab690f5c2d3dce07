#include "bindings/session.h"

#include <algorithm>
#include <span>
#include <utility>

#include <emscripten/bind.h>

namespace sentibyte::bindings {
namespace {

// One run takes at most this much input; a larger batch comes in parts.
constexpr std::uint32_t kMaxTokens = 1u << 22;
constexpr std::uint32_t kMaxTexts = 1u << 18;

}  // namespace

int Session::fail(ErrorCode code, std::string message) {
  message_ = std::move(message);
  return static_cast<int>(code) + 1;
}

int Session::prepare_blob(std::uint32_t size) {
  blob_size_ = 0;
  if (!blob_.reserve(std::max<std::uint32_t>(size, 1))) {
    return fail(ErrorCode::Limit, "blob: no memory for " + std::to_string(size) + " bytes");
  }
  blob_size_ = size;
  return 0;
}

int Session::load() {
  auto engine = Engine::load(std::as_bytes(blob_.first(blob_size_)));
  blob_.release();
  blob_size_ = 0;
  if (!engine) return fail(engine.error().code, engine.error().message);
  engine_.emplace(std::move(engine).value());
  return 0;
}

int Session::reserve(std::uint32_t tokens, std::uint32_t texts) {
  if (!engine_) return fail(ErrorCode::Input, "no model is loaded");
  if (tokens > kMaxTokens) return fail(ErrorCode::Input, "ids: more than 4194304 in one run");
  if (texts > kMaxTexts) return fail(ErrorCode::Input, "lengths: more than 262144 texts in one run");
  const std::size_t outputs = texts * (std::size_t{class_count()} + 1);
  if (!ids_.reserve(std::max(tokens, 1u)) || !lengths_.reserve(std::max(texts, 1u)) ||
      !scores_.reserve(std::max<std::size_t>(outputs, 1)) || !logits_.reserve(std::max<std::size_t>(outputs, 1))) {
    return fail(ErrorCode::Limit, "no memory for a batch of " + std::to_string(texts) + " texts");
  }
  return 0;
}

int Session::run(std::uint32_t tokens, std::uint32_t texts) {
  if (!engine_) return fail(ErrorCode::Input, "no model is loaded");
  if (tokens > ids_.capacity() || texts > lengths_.capacity()) {
    return fail(ErrorCode::Input, "more ids or texts than were reserved");
  }
  const auto scores = engine_->run(ids_.first(tokens), lengths_.first(texts));
  if (!scores) return fail(scores.error().code, scores.error().message);
  const std::span<const float> logits = engine_->logits();
  std::copy_n(scores.value().begin(), std::min(scores.value().size(), scores_.capacity()), scores_.data());
  std::copy_n(logits.begin(), std::min(logits.size(), logits_.capacity()), logits_.data());
  return 0;
}

std::uint32_t Session::class_count() const {
  return engine_ ? static_cast<std::uint32_t>(engine_->describe().classes.size()) : 0;
}

std::string Session::class_name(std::uint32_t index) const {
  return index < class_count() ? engine_->describe().classes[index] : std::string();
}

std::uint32_t Session::longest() const { return engine_ ? engine_->describe().longest : 0; }

std::uint32_t Session::vocabulary() const { return engine_ ? engine_->describe().vocabulary : 0; }

bool Session::on_reference_path() const { return engine_ && engine_->path() == Path::Reference; }

double Session::memory() const { return engine_ ? static_cast<double>(engine_->describe().memory) : 0; }

}  // namespace sentibyte::bindings

EMSCRIPTEN_BINDINGS(sentibyte_session) {
  using sentibyte::bindings::Session;
  emscripten::class_<Session>("Session")
      .constructor<>()
      .function("prepareBlob", &Session::prepare_blob)
      .function("blob", &Session::blob)
      .function("load", &Session::load)
      .function("reserve", &Session::reserve)
      .function("ids", &Session::ids)
      .function("lengths", &Session::lengths)
      .function("scores", &Session::scores)
      .function("logits", &Session::logits)
      .function("run", &Session::run)
      .function("message", &Session::message)
      .function("classCount", &Session::class_count)
      .function("className", &Session::class_name)
      .function("longest", &Session::longest)
      .function("vocabulary", &Session::vocabulary)
      .function("onReferencePath", &Session::on_reference_path)
      .function("memory", &Session::memory);
}
