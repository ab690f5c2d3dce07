// Runs a checked model: planned and packed once, then text by text without another allocation. A run is left where its
// budget of work ends, between two parts of a layer, and goes on from there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "model_generated.h"
#include "nn/guard.h"
#include "nn/head.h"
#include "nn/layer.h"
#include "nn/memory.h"
#include "nn/observer.h"
#include "sentibyte/engine.h"

namespace sentibyte::nn {

class Executor {
 public:
  /// `model` has passed the reader and may go away afterwards.
  static Result<std::unique_ptr<Executor>> make(const format::Model& model, const Limits& limits);

  // As in sentibyte/engine.h.
  Result<std::span<const float>> run(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths);
  std::optional<Error> start(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths);
  Result<bool> advance(std::uint64_t steps);
  std::span<const float> scores() const { return std::span<const float>(results_).first(used_); }
  std::span<const float> logits() const { return std::span<const float>(logits_).first(used_); }
  const Description& describe() const { return description_; }

  /// From the next run on; `observer` must outlive them. Null: nobody.
  void observe(Observer* observer) { observer_ = observer; }

 private:
  explicit Executor(const format::Model& model) : head_(*model.output()) {}

  // False: `refusal` says why.
  bool build(const format::Model& model, const Limits& limits, format::Refusal& refusal);
  bool build_layers(const format::Model& model, Budget& budget, format::Refusal& refusal);
  bool build_arena(const format::Model& model, Budget& budget, format::Refusal& refusal);
  bool check_input(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths,
                   format::Refusal& refusal) const;
  /// Takes what it does from `steps`; false if those were too few for the whole text.
  bool run_layers(std::span<const std::uint16_t> ids, std::uint64_t& steps);

  Description description_;
  Head head_;
  std::vector<ValuePlan> values_;
  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<std::uint32_t> outputs_;       // the value that each layer makes
  std::vector<std::uint64_t> steps_a_part_;  // of each layer, in the longest text: a shorter one takes no more
  Observer* observer_ = nullptr;
  [[no_unique_address]] Guard guard_;
  Array<std::byte> arena_;
  std::size_t scratch_at_ = 0;
  std::size_t results_limit_ = 0;  // bytes
  // Grow with the largest batch seen; `used_` is what the last run filled, once it is finished.
  Array<float> results_;
  Array<float> logits_;
  std::size_t used_ = 0;
  // The run: its texts, the one at work with the ids from there on, and the part of a layer that comes next.
  std::span<const std::uint16_t> ids_;
  std::span<const std::uint32_t> lengths_;
  std::size_t text_ = 0;
  std::uint32_t layer_ = 0;
  std::size_t part_ = 0;
};

}  // namespace sentibyte::nn
