#include "nn/executor.h"

#include <algorithm>
#include <string>

#include "format/operations.h"
#include "format/work.h"
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
    const std::uint64_t steps = format::steps_of(model, node, description_.longest) +
                                (sum == nullptr ? 0 : format::steps_of(model, *sum, description_.longest));
    steps_a_part_.push_back(steps / layer->parts(values_[node.output()].rows(description_.longest)) + 1);
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

Result<std::span<const float>> Executor::run(std::span<const std::uint16_t> ids,
                                             std::span<const std::uint32_t> lengths) {
  if (auto error = start(ids, lengths)) return std::move(*error);
  const auto finished = advance(UINT64_MAX);
  if (!finished) return finished.error();
  return scores();
}

std::optional<Error> Executor::start(std::span<const std::uint16_t> ids, std::span<const std::uint32_t> lengths) {
  ids_ = {};
  lengths_ = {};
  used_ = text_ = part_ = layer_ = 0;
  format::Refusal refusal;
  if (!check_input(ids, lengths, refusal)) return refusal.error();
  const std::size_t needed = lengths.size() * head_.width();
  if (results_.size() < needed) {
    if (!results_.make(needed) || !logits_.make(needed)) {
      results_ = {};  // of another size than the logits
      refusal.refuse(ErrorCode::Memory, "lengths: no memory for the results of # texts", lengths.size());
      return refusal.error();
    }
  }
  ids_ = ids;
  lengths_ = lengths;
  return {};
}

bool Executor::run_layers(std::span<const std::uint16_t> ids, std::uint64_t& steps) {
  const Frame frame(ids, values_, arena_, scratch_at_);
  for (; layer_ < layers_.size(); ++layer_, part_ = 0) {
    const Layer& layer = *layers_[layer_];
    const std::uint32_t output = outputs_[layer_];
    const std::size_t parts = layer.parts(frame.rows(output));
    while (part_ < parts) {
      if (steps == 0) return false;
      const std::uint64_t affordable = std::max<std::uint64_t>(steps / steps_a_part_[layer_], 1);
      const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(affordable, parts - part_));
      guard_.open(frame, arena_, layer_, layer.scratch_bytes(ids.size()));
      layer.run(frame.part(part_, count));
      steps -= std::min(steps, count * steps_a_part_[layer_]);
      part_ += count;
    }
    if (observer_ != nullptr && values_[output].real) observer_->saw(output, frame.real(output));
  }
  return true;
}

Result<bool> Executor::advance(std::uint64_t steps) {
  steps = std::max<std::uint64_t>(steps, 1);
  const std::size_t width = head_.width();
  for (; text_ < lengths_.size(); ++text_) {
    const std::span<const std::uint16_t> ids = ids_.first(lengths_[text_]);
    const std::span<float> logits = std::span<float>(logits_).subspan(text_ * width, width);
    if (ids.empty()) {
      std::fill(logits.begin(), logits.end(), 0.0F);
    } else {
      if (!run_layers(ids, steps)) return false;
      Guard::open(arena_);
      if (!head_.read(Frame(ids, values_, arena_, scratch_at_), logits)) {
        format::Refusal refusal;
        refusal.refuse(ErrorCode::Numeric, "lengths[#]: the model's logits are not finite", text_);
        lengths_ = {};
        return refusal.error();
      }
      layer_ = 0;
    }
    head_.finish(logits, std::span<float>(results_).subspan(text_ * width, width));
    ids_ = ids_.subspan(ids.size());
  }
  used_ = lengths_.size() * width;
  return true;
}

}  // namespace sentibyte::nn
