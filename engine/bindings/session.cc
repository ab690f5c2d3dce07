#include "bindings/session.h"

#include <algorithm>
#include <span>
#include <utility>

#include <emscripten/bind.h>

#include "format/problem.h"

namespace sentibyte::bindings {
namespace {

// One run takes at most this much input; a larger batch comes in parts.
constexpr std::uint32_t kMostTokens = 1U << 22;
constexpr std::uint32_t kMostTexts = 1U << 18;

}  // namespace

int Session::fail(ErrorCode code, std::string message) {
  message_ = std::move(message);
  return static_cast<int>(code) + 1;
}

int Session::prepare_blob(std::uint32_t size) {
  blob_size_ = 0;
  if (!blob_.reserve(std::max<std::uint32_t>(size, 1))) {
    return fail(ErrorCode::Memory, format::compose("blob: no memory for # bytes", size));
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
  if (tokens > kMostTokens) return fail(ErrorCode::Input, "ids: more than 4194304 in one run");
  if (texts > kMostTexts) return fail(ErrorCode::Input, "lengths: more than 262144 texts in one run");
  // The buffers may move: no run may be left that reads from them.
  if (auto error = engine_->start({}, {})) return fail(error->code, std::move(error->message));
  const std::size_t outputs = texts * (std::size_t{class_count()} + 1);
  if (!ids_.reserve(std::max(tokens, 1U)) || !lengths_.reserve(std::max(texts, 1U)) ||
      !scores_.reserve(std::max<std::size_t>(outputs, 1)) || !logits_.reserve(std::max<std::size_t>(outputs, 1))) {
    return fail(ErrorCode::Memory, format::compose("no memory for a batch of # texts", texts));
  }
  return 0;
}

int Session::start(std::uint32_t tokens, std::uint32_t texts) {
  if (!engine_) return fail(ErrorCode::Input, "no model is loaded");
  if (tokens > ids_.capacity() || texts > lengths_.capacity()) {
    return fail(ErrorCode::Input, "more ids or texts than were reserved");
  }
  const auto error = engine_->start(ids_.first(tokens), lengths_.first(texts));
  return error ? fail(error->code, error->message) : 0;
}

int Session::advance(std::uint32_t steps) {
  if (!engine_) return fail(ErrorCode::Input, "no model is loaded");
  const auto finished = engine_->advance(steps);
  if (!finished) return fail(finished.error().code, finished.error().message);
  if (!finished.value()) return kUnfinished;
  const std::span<const float> scores = engine_->scores();
  const std::span<const float> logits = engine_->logits();
  std::copy_n(scores.begin(), std::min(scores.size(), scores_.capacity()), scores_.data());
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

bool Session::on_scalar_path() const { return engine_ && engine_->path() == Path::Scalar; }

}  // namespace sentibyte::bindings

namespace {

using sentibyte::bindings::Session;

/// An instance of the module has a memory of its own and holds one model, so it is the object that JavaScript sees.
Session& session() {
  static Session* const only = new Session;
  return *only;
}

/// A method of the session as a function of the module.
template <auto method>
struct Bound;
template <class Result, class... Arguments, Result (Session::*method)(Arguments...)>
struct Bound<method> {
  static Result call(Arguments... arguments) { return (session().*method)(arguments...); }
};
template <class Result, class... Arguments, Result (Session::*method)(Arguments...) const>
struct Bound<method> {
  static Result call(Arguments... arguments) { return (session().*method)(arguments...); }
};

template <auto method>
void bind(const char* name) {
  emscripten::function(name, &Bound<method>::call);
}

}  // namespace

EMSCRIPTEN_BINDINGS(sentibyte_session) {
  bind<&Session::prepare_blob>("prepareBlob");
  bind<&Session::blob>("blob");
  bind<&Session::load>("load");
  bind<&Session::reserve>("reserve");
  bind<&Session::ids>("ids");
  bind<&Session::lengths>("lengths");
  bind<&Session::scores>("scores");
  bind<&Session::logits>("logits");
  bind<&Session::start>("start");
  bind<&Session::advance>("advance");
  bind<&Session::message>("message");
  bind<&Session::class_count>("classCount");
  bind<&Session::class_name>("className");
  bind<&Session::longest>("longest");
  bind<&Session::vocabulary>("vocabulary");
  bind<&Session::on_scalar_path>("onScalarPath");
}
