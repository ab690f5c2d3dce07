// Runs a checked model: planned and packed once, then text by text without another allocation.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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

  Result<std::span<const float>> run(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths);

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
  /// False if the model's numbers left float's range.
  bool run_text(std::span<const std::uint16_t> ids, std::span<float> logits);

  Description description_;
  Head head_;
  std::vector<ValuePlan> values_;
  std::vector<std::unique_ptr<Layer>> layers_;
  std::vector<std::uint32_t> outputs_;  // the value that each layer makes
  Observer* observer_ = nullptr;
  [[no_unique_address]] Guard guard_;
  Array<std::byte> arena_;
  std::size_t scratch_at_ = 0;
  std::size_t results_limit_ = 0;  // bytes
  // Grow with the largest batch seen; `used_` is what the last run filled.
  Array<float> results_;
  Array<float> logits_;
  std::size_t used_ = 0;
};

}  // namespace sentibyte::nn
