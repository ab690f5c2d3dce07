#include "nn/executor.h"

#include <algorithm>
#include <string>

#include "format/operations.h"
#include "kernels/kernel.h"
#include "nn/arena.h"
#include "nn/precision.h"

namespace sentibyte::nn {
namespace {

/// No build addresses more: sizes stay far below what a 32-bit size_t holds.
constexpr std::size_t kMostMemory = std::size_t{1} << 30;

Precision precision_of(const format::Model& model) {
  for (const format::Node* node : *model.nodes()) {
    if (runs_in_int8(model, *node)) return Precision::Int8;
  }
  return Precision::Float;
}

bool check_precision(Precision precision, format::Refusal& refusal) {
  if (precision == Precision::Int8 && !kHasInt8) {
    return refusal.refuse(ErrorCode::Unsupported, "blob: an int8 model, and this module has float kernels only");
  }
  if (precision == Precision::Float && !kHasFloat) {
    return refusal.refuse(ErrorCode::Unsupported, "blob: a float model, and this module has int8 kernels only");
  }
  return true;
}

/// Ids must be below the rows of every table they index. Hashed n-grams take any id.
std::uint32_t vocabulary_of(const format::Model& model) {
  std::uint32_t smallest = 65536;
  format::for_each_tensor(model, [&](const format::TensorUse& use) {
    if (use.role != format::TensorRole::Pieces) return;
    smallest = std::min(smallest, model.tensors()->Get(use.tensor)->shape()->Get(0));
  });
  return smallest;
}

/// Node `index` is an Add that only the LayerNorm right after it reads: they run as one.
bool joins_next(const format::Model& model, std::uint32_t index, std::span<const std::uint32_t> readers) {
  const auto& nodes = *model.nodes();
  if (index + 1 >= nodes.size()) return false;
  const format::Node& sum = *nodes.Get(index);
  const format::Node& next = *nodes.Get(index + 1);
  return sum.operation_type() == format::Operation_Add && next.operation_type() == format::Operation_LayerNorm &&
         next.inputs()->Get(0) == sum.output() && readers[sum.output()] == 1;
}

}  // namespace

Result<std::unique_ptr<Executor>> Executor::make(const format::Model& model, const Limits& limits) {
  format::Refusal refusal;
  std::unique_ptr<Executor> executor(new Executor(model));
  if (!executor->build(model, limits, refusal)) return refusal.error();
  return executor;
}

bool Executor::build(const format::Model& model, const Limits& limits, format::Refusal& refusal) {
  description_.name = model.name()->str();
  description_.family = model.family()->str();
  const auto& classes = *model.output()->classes();
  description_.classes = std::vector<std::string>(classes.size());
  for (flatbuffers::uoffset_t i = 0; i < classes.size(); ++i) description_.classes[i] = classes.Get(i)->str();
  description_.precision = precision_of(model);
  description_.kernels = kernels::fast_name();
  description_.longest = std::min(model.longest(), limits.longest);
  description_.vocabulary = vocabulary_of(model);
  if (!check_precision(description_.precision, refusal)) return false;

  Budget budget(std::min(limits.memory, kMostMemory));
  values_ = plan_values(model);
  if (!build_layers(model, budget, refusal) || !build_arena(model, budget, refusal)) return false;
  description_.memory = static_cast<std::size_t>(budget.taken());
  results_limit_ = static_cast<std::size_t>(budget.left());
  return true;
}

bool Executor::build_layers(const format::Model& model, Budget& budget, format::Refusal& refusal) {
  Build build{model, values_, budget, description_.precision, refusal};
  const std::vector<std::uint32_t> readers = count_readers(model);
  const format::Node* sum = nullptr;
  for (std::uint32_t i = 0; i < model.nodes()->size(); ++i) {
    const format::Node& node = *model.nodes()->Get(i);
    if (joins_next(model, i, readers)) {
      sum = &node;
      continue;
    }
    auto layer = sum == nullptr ? make_layer(build, {i, node}) : make_layer_norm(build, {i, node}, sum);
    if (!layer) return false;
    layers_.push_back(std::move(layer));
    outputs_.push_back(node.output());
    sum = nullptr;
  }
  description_.path = build.path;
  return true;
}

bool Executor::build_arena(const format::Model& model, Budget& budget, format::Refusal& refusal) {
  const std::vector<std::uint32_t> readers = count_readers(model);
  // A step is a layer. The output's values outlive the last one.
  std::vector<std::uint32_t> last_use(values_.size());
  std::uint32_t step = 0;
  for (std::uint32_t i = 0; i < model.nodes()->size(); ++i) {
    const format::Node& node = *model.nodes()->Get(i);
    last_use[node.output()] = step;
    if (node.inputs() != nullptr) {
      for (const std::uint32_t input : *node.inputs()) last_use[input] = step;
    }
    if (!joins_next(model, i, readers)) ++step;
  }
  last_use[model.output()->logits()] = step;
  if (model.output()->score() >= 0) last_use[static_cast<std::size_t>(model.output()->score())] = step;

  guard_.plan(outputs_, last_use);
  const std::uint64_t values = place_values(values_, outputs_, last_use, description_.longest);
  std::size_t scratch = 0;
  for (const auto& layer : layers_) scratch = std::max(scratch, layer->scratch_bytes(description_.longest));
  if (!budget.take(values) || !budget.take(scratch)) {
    return refusal.refuse(ErrorCode::Limit, "longest: texts of # tokens need more than the limit on memory",
                          description_.longest);
  }
  scratch_at_ = static_cast<std::size_t>(values);
  if (arena_.make(scratch_at_ + scratch)) return true;
  return refusal.refuse(ErrorCode::Memory, "longest: no memory for texts of # tokens", description_.longest);
}

bool Executor::check_input(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths,
                           format::Refusal& refusal) const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (lengths[i] > description_.longest) {
      return refusal.refuse(ErrorCode::Limit, "lengths[#]: # tokens, more than #", i, lengths[i], description_.longest);
    }
    sum += lengths[i];
  }
  if (sum != ids.size()) {
    return refusal.refuse(ErrorCode::Input, "lengths: # tokens in all, but there are # ids",
                          static_cast<std::size_t>(sum), ids.size());
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] < description_.vocabulary) continue;
    return refusal.refuse(ErrorCode::Input, "ids[#]: #, and the vocabulary has #", i, ids[i], description_.vocabulary);
  }
  if (lengths.size() > results_limit_ / (2 * head_.width() * sizeof(float))) {
    return refusal.refuse(ErrorCode::Limit, "lengths: # texts in one batch need more than the limit on memory",
                          lengths.size());
  }
  return true;
}

bool Executor::run_text(std::span<const std::uint16_t> ids, std::span<float> logits) {
  if (ids.empty()) {
    std::fill(logits.begin(), logits.end(), 0.0F);
    return true;
  }
  const Frame frame(ids, values_, arena_, scratch_at_);
  for (std::uint32_t i = 0; i < layers_.size(); ++i) {
    guard_.open(frame, arena_, i, layers_[i]->scratch_bytes(ids.size()));
    layers_[i]->run(frame);
    if (observer_ != nullptr && values_[outputs_[i]].real) observer_->saw(outputs_[i], frame.real(outputs_[i]));
  }
  Guard::open(arena_);
  return head_.read(frame, logits);
}

Result<std::span<const float>> Executor::run(std::span<const std::uint16_t> ids,
                                             std::span<const std::uint32_t> lengths) {
  used_ = 0;
  format::Refusal refusal;
  if (!check_input(ids, lengths, refusal)) return refusal.error();
  const std::size_t width = head_.width();
  const std::size_t needed = lengths.size() * width;
  if (results_.size() < needed) {
    if (!results_.make(needed) || !logits_.make(needed)) {
      results_ = {};  // of another size than the logits
      refusal.refuse(ErrorCode::Memory, "lengths: no memory for the results of # texts", lengths.size());
      return refusal.error();
    }
  }
  for (std::size_t text = 0; text < lengths.size(); ++text) {
    const std::span<float> logits = std::span<float>(logits_).subspan(text * width, width);
    if (!run_text(ids.first(lengths[text]), logits)) {
      refusal.refuse(ErrorCode::Numeric, "lengths[#]: the model's logits are not finite", text);
      return refusal.error();
    }
    head_.finish(logits, std::span<float>(results_).subspan(text * width, width));
    ids = ids.subspan(lengths[text]);
  }
  used_ = needed;
  return std::span<const float>(results_).first(needed);
}

}  // namespace sentibyte::nn
