// What every layer is, and how each is made from its node. One file per layer.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

#include "format/problem.h"
#include "model_generated.h"
#include "nn/frame.h"
#include "nn/memory.h"
#include "sentibyte/engine.h"

namespace sentibyte::nn {

/// One step of the graph, its weights packed for the kernels. Running it changes nothing but the frame's values and
/// scratch. It runs in parts, in order and none left out, between which a run can be stopped; cut anywhere, they give
/// the same bits.
class Layer {
 public:
  virtual ~Layer() = default;

  /// Scratch for a text of `tokens`; grows with it.
  virtual std::size_t scratch_bytes([[maybe_unused]] std::size_t tokens) const { return 0; }

  /// The parts of a layer whose output has `rows` rows: those, or what a layer that is no walk over its rows says. They
  /// cost about the same, and there are never fewer for a longer text.
  virtual std::size_t parts(std::size_t rows) const { return rows; }

  /// The parts that `frame` is of.
  virtual void run(const Frame& frame) const = 0;
};

/// What the makers below share: the checked model, its planned values, and what memory is left.
struct Build {
  const format::Model& model;
  std::span<const ValuePlan> values;
  Budget& budget;
  Precision precision;
  format::Refusal& refusal;  ///< says why a layer could not be made
  Path path = Path::Fast;    ///< becomes Scalar when a layer needs it

  /// Takes `bytes` from the budget for tensor `index`, or says whose they were.
  [[nodiscard]] bool take(std::uint64_t bytes, std::uint32_t index);

  /// Makes `count` items for tensor `index`, or says that there was no memory.
  template <class Item>
  [[nodiscard]] bool make(Array<Item>& items, std::size_t count, std::uint32_t index) {
    return items.make(count) || refuse_memory(index);
  }
  bool refuse_memory(std::uint32_t index);
};

/// The node that a layer is made from.
struct LayerSource {
  std::uint32_t index;  ///< for errors
  const format::Node& node;

  std::uint32_t input(flatbuffers::uoffset_t i = 0) const { return node.inputs()->Get(i); }
  std::uint32_t output() const { return node.output(); }
};

/// Null where the layer could not be made; the build's refusal says why.
using LayerResult = std::unique_ptr<Layer>;

/// A layer that is made from its node and then loads its tensors.
template <class LoadedLayer>
LayerResult make_loaded(Build& build, const LayerSource& source) {
  auto layer = std::make_unique<LoadedLayer>(source);
  if (!layer->load(build, source)) return nullptr;
  return layer;
}

LayerResult make_embedding(Build& build, const LayerSource& source);
LayerResult make_hashed_ngrams(Build& build, const LayerSource& source);
LayerResult make_dense(Build& build, const LayerSource& source);
LayerResult make_conv1d(Build& build, const LayerSource& source);
LayerResult make_simple_rnn(Build& build, const LayerSource& source);
LayerResult make_gru(Build& build, const LayerSource& source);
LayerResult make_self_attention(Build& build, const LayerSource& source);
/// With `sum` (an Add read by nothing else), normalises the sum of that node's two inputs.
LayerResult make_layer_norm(Build& build, const LayerSource& source, const format::Node* sum);
LayerResult make_add(Build& build, const LayerSource& source);
LayerResult make_concat(Build& build, const LayerSource& source);
LayerResult make_pool(Build& build, const LayerSource& source);

/// Calls the maker of the node's operation.
LayerResult make_layer(Build& build, const LayerSource& source);

/// A Real tensor's numbers into `numbers`, padded with zeros to `padded` elements. Index -1: all zeros.
[[nodiscard]] bool load_floats(Build& build, std::int64_t index, std::size_t padded, Array<float>& numbers);

}  // namespace sentibyte::nn
