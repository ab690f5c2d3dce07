#include "sentibyte/engine.h"

#include "format/reader.h"
#include "nn/executor.h"

namespace sentibyte {

Engine::Engine(std::unique_ptr<nn::Executor> executor) : executor_(std::move(executor)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::load(std::span<const std::byte> blob, const Limits& limits) {
  auto checked = format::read(blob, limits);
  if (!checked) return checked.error();
  auto executor = nn::Executor::make(checked.value().model(), limits);
  if (!executor) return executor.error();
  return Engine(std::move(executor).value());
}

Result<std::span<const float>> Engine::run(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths) {
  return executor_->run(ids, lengths);
}

std::optional<Error> Engine::start(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths) {
  return executor_->start(ids, lengths);
}

Result<bool> Engine::advance(std::uint64_t steps) { return executor_->advance(steps); }
std::span<const float> Engine::scores() const { return executor_->scores(); }
std::span<const float> Engine::logits() const { return executor_->logits(); }
Path Engine::path() const { return describe().path; }
const Description& Engine::describe() const { return executor_->describe(); }

}  // namespace sentibyte
