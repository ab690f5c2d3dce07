#include "nn/executor.h"

#include <algorithm>
#include <string>

#include "format/tensor.h"
#include "kernels/kernel.h"
#include "nn/arena.h"
#include "nn/flavour.h"

namespace sentibyte::nn {
namespace {

/// No build addresses more: sizes stay far below what a 32-bit size_t holds.
constexpr std::size_t kMostMemory = std::size_t{1} << 30;

Precision precision_of(const format::Model& model) {
  for (const format::Node* node : *model.nodes()) {
    if (has_integer_matrix(model, *node)) return Precision::Int8;
  }
  return Precision::Float;
}

format::Problem check_flavour(Precision precision) {
  if (precision == Precision::Int8 && !kHasInt8) {
    return Error{ErrorCode::Unsupported, "blob: its weights are Integer, and this module has float kernels only"};
  }
  if (precision == Precision::Float && !kHasF32) {
    return Error{ErrorCode::Unsupported, "blob: its weights are Float32, and this module has integer kernels only"};
  }
  return {};
}

/// Ids must be below the rows of every table they index. Hashed n-grams take any id.
std::uint32_t vocabulary_of(const format::Model& model) {
  std::uint32_t smallest = 65536;
  for (const format::Node* node : *model.nodes()) {
    const auto* embedding = node->operation_as_Embedding();
    if (embedding == nullptr) continue;
    smallest = std::min(smallest, model.tensors()->Get(embedding->pieces())->shape()->Get(0));
  }
  return smallest;
}

Use use_of(const format::Node& node) {
  Use use;
  if (node.inputs() != nullptr) use.inputs.assign(node.inputs()->begin(), node.inputs()->end());
  use.output = node.output();
  return use;
}

/// Node `index` is an Add that only the LayerNorm right after it reads: they run as one.
bool joins_next(const format::Model& model, std::uint32_t index, std::span<const std::size_t> readers) {
  const auto& nodes = *model.nodes();
  if (index + 1 >= nodes.size()) return false;
  const format::Node& sum = *nodes.Get(index);
  const format::Node& next = *nodes.Get(index + 1);
  return sum.operation_type() == format::Operation_Add && next.operation_type() == format::Operation_LayerNorm &&
         next.inputs()->Get(0) == sum.output() && readers[sum.output()] == 1;
}

}  // namespace

Result<std::unique_ptr<Executor>> Executor::make(const format::Model& model, const Limits& limits) {
  std::unique_ptr<Executor> executor(new Executor(model));
  Description& description = executor->description_;
  description.name = model.name()->str();
  description.family = model.family()->str();
  for (const auto* name : *model.output()->classes()) description.classes.push_back(name->str());
  description.precision = precision_of(model);
  description.kernels = kernels::instruction_set();
  description.longest = std::min(model.longest(), limits.longest);
  description.vocabulary = vocabulary_of(model);
  if (auto problem = check_flavour(description.precision)) return std::move(*problem);

  Budget budget(std::min(limits.memory, kMostMemory));
  executor->values_ = plan_values(model);
  if (auto problem = executor->build_layers(model, budget)) return std::move(*problem);
  if (auto problem = executor->build_arena(model, budget)) return std::move(*problem);
  description.memory = static_cast<std::size_t>(budget.taken());
  executor->results_limit_ = static_cast<std::size_t>(budget.left());
  return executor;
}

format::Problem Executor::build_layers(const format::Model& model, Budget& budget) {
  Build build{model, values_, budget, description_.precision};
  const std::vector<std::size_t> readers = count_readers(model);
  const format::Node* sum = nullptr;
  for (std::uint32_t i = 0; i < model.nodes()->size(); ++i) {
    const format::Node& node = *model.nodes()->Get(i);
    if (joins_next(model, i, readers)) {
      sum = &node;
      continue;
    }
    auto layer = sum == nullptr ? make_layer(build, {i, node}) : make_layer_norm(build, {i, node}, sum);
    if (!layer) return layer.error();
    layers_.push_back(std::move(layer).value());
    outputs_.push_back(node.output());
    sum = nullptr;
  }
  description_.path = build.path;
  return {};
}

format::Problem Executor::build_arena(const format::Model& model, Budget& budget) {
  const std::vector<std::size_t> readers = count_readers(model);
  std::vector<Use> uses;
  for (std::uint32_t i = 0; i < model.nodes()->size(); ++i) {
    const format::Node& node = *model.nodes()->Get(i);
    if (joins_next(model, i, readers)) {
      uses.push_back({use_of(node).inputs, model.nodes()->Get(++i)->output()});
    } else {
      uses.push_back(use_of(node));
    }
  }
  std::vector<std::uint32_t> kept{model.output()->logits()};
  if (model.output()->score() >= 0) kept.push_back(static_cast<std::uint32_t>(model.output()->score()));

  Error too_much{ErrorCode::Limit, "longest: texts of " + format::digits(description_.longest) +
                                       " tokens need more than the limit on memory"};
  const std::uint64_t values = place_values(values_, uses, kept, description_.longest);
  if (!budget.take(values)) return too_much;
  std::size_t scratch = 0;
  for (const auto& layer : layers_) scratch = std::max(scratch, layer->scratch_bytes(description_.longest));
  if (!budget.take(scratch)) return too_much;
  scratch_at_ = static_cast<std::size_t>(values);
  arena_ = Buffer(scratch_at_ + scratch);
  return {};
}

format::Problem Executor::check_input(std::span<const std::uint16_t> ids,
                                      std::span<const std::uint32_t> lengths) const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] > description_.longest) {
      return Error{ErrorCode::Limit, format::at("lengths", i) + ": " + format::digits(lengths[i]) +
                                         " tokens, more than " + format::digits(description_.longest)};
    }
    sum += lengths[i];
  }
  if (sum != ids.size()) {
    return Error{ErrorCode::Input, "lengths: " + format::digits(sum) + " tokens in all, but there are " +
                                       format::digits(ids.size()) + " ids"};
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] < description_.vocabulary) continue;
    return Error{ErrorCode::Input, format::at("ids", i) + ": " + format::digits(ids[i]) + ", and the vocabulary has " +
                                       format::digits(description_.vocabulary)};
  }
  if (lengths.size() > results_limit_ / (2 * head_.width() * sizeof(float))) {
    return Error{ErrorCode::Limit, "lengths: " + format::digits(lengths.size()) +
                                       " texts in one batch need more than the limit on memory"};
  }
  return {};
}

bool Executor::run_text(std::span<const std::uint16_t> ids, std::span<float> logits) {
  if (ids.empty()) {
    std::fill(logits.begin(), logits.end(), 0.0F);
    return true;
  }
  const Frame frame(ids, values_, arena_.bytes(), scratch_at_);
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    layers_[i]->run(frame);
    if (observer_ != nullptr && values_[outputs_[i]].real) observer_->saw(outputs_[i], frame.real(outputs_[i]));
  }
  return head_.read(frame, logits);
}

Result<std::span<const float>> Executor::run(std::span<const std::uint16_t> ids,
                                             std::span<const std::uint32_t> lengths) {
  used_ = 0;
  if (auto problem = check_input(ids, lengths)) return std::move(*problem);
  const std::size_t width = head_.width();
  const std::size_t needed = lengths.size() * width;
  if (results_.size() < needed) {
    results_.resize(needed);
    logits_.resize(needed);
  }
  for (std::size_t text = 0; text < lengths.size(); ++text) {
    const std::span<float> logits = std::span(logits_).subspan(text * width, width);
    if (!run_text(ids.first(lengths[text]), logits)) {
      return Error{ErrorCode::Numeric, format::at("lengths", text) + ": the model's logits are not finite"};
    }
    head_.finish(logits, std::span(results_).subspan(text * width, width));
    ids = ids.subspan(lengths[text]);
  }
  used_ = needed;
  return std::span<const float>(results_).first(needed);
}

}  // namespace sentibyte::nn
