// Sentibyte's engine: a blob in, a score out.
//
//   auto engine = sentibyte::Engine::load(bytes);
//   if (!engine) return report(engine.error().message);
//   auto scores = engine.value().run(ids, lengths);   // classes + 1 floats per text
//
// The same ids through the same blob give the same bits in every build: see HACKING.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sentibyte/error.h"
#include "sentibyte/limits.h"

namespace sentibyte {

enum class Precision : std::uint8_t { Int8, Float };

/// Scalar: the blob has asymmetric weights, which no SIMD kernel takes.
enum class Path : std::uint8_t { Fast, Scalar };

struct Description {
  std::string name;
  std::string family;
  std::vector<std::string> classes;
  Precision precision = Precision::Float;
  Path path = Path::Fast;
  std::string kernels;           ///< "scalar", "simd" or "relaxed"
  std::uint32_t longest = 0;     ///< tokens one text may have
  std::uint32_t vocabulary = 0;  ///< ids are below this
  std::size_t memory = 0;        ///< bytes held: packed weights and buffers
};

namespace nn {
class Executor;
}

/// One model, ready to run. Movable, not copyable; two engines share nothing. Not for two threads at once.
class Engine {
 public:
  /// Verifies, checks and packs `blob`, which may be freed afterwards.
  static Result<Engine> load(std::span<const std::byte> blob, const Limits& limits = {});

  /// `ids` of all texts one after the other, `lengths` in tokens. Returns classes + 1 floats per text: the
  /// probabilities, then the score in [-1, 1]. A text of no tokens has logits of 0. Valid until the next call.
  Result<std::span<const float>> run(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths);

  /// Begins such a run without doing any of it, and drops one that is not finished. `ids` and `lengths` must stay until
  /// it is. The run belongs to this engine alone: nothing goes on by itself, and nothing is left of a dropped one.
  ///
  ///     if (auto error = engine.start(ids, lengths)) return report(error->message);
  ///     for (;;) {
  ///       auto finished = engine.advance(10'000'000);   // then look at a clock, or at who wants to stop
  ///       if (!finished) return report(finished.error().message);
  ///       if (finished.value()) break;
  ///     }
  ///     use(engine.scores());
  [[nodiscard]] std::optional<Error> start(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths);

  /// Goes on for about so many steps of work (engine/format/FORMAT.md), one part of a layer at the least. True once the
  /// run is finished, or where there is none; an error ends it. Cut anywhere, a run gives the same bits.
  Result<bool> advance(std::uint64_t steps);

  /// What the last run gave; nothing before it is finished. Valid until the next.
  std::span<const float> scores() const;

  /// The same before softmax and tanh: the logits and the raw score (0 in a model without one) of each text.
  std::span<const float> logits() const;

  Path path() const;
  const Description& describe() const;

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

 private:
  explicit Engine(std::unique_ptr<nn::Executor> executor);
  std::unique_ptr<nn::Executor> executor_;
};

}  // namespace sentibyte
