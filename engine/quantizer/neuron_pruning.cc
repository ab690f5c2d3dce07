#include "quantizer/neuron_pruning.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>

namespace sentibyte::quantizer {
namespace {

using format::NodeT;

/// A layer whose neurons are rows of one matrix.
struct Producer {
  std::uint32_t weight = 0;
  std::int32_t bias = -1;
};

/// A prunable layer: who makes its neurons, the values that carry them, and the matrices whose columns read them.
struct Layer {
  Producer producer;
  std::set<std::uint32_t> values;
  std::vector<std::uint32_t> readers;
};

std::optional<Producer> producer_of(const NodeT& node) {
  if (const auto* dense = node.operation.AsDense()) return Producer{dense->weight, dense->bias};
  if (const auto* conv = node.operation.AsConv1d()) return Producer{conv->weight, conv->bias};
  return std::nullopt;
}

std::optional<std::uint32_t> reading_matrix(const NodeT& node) {
  if (const auto* dense = node.operation.AsDense()) return dense->weight;
  if (const auto* conv = node.operation.AsConv1d()) return conv->weight;
  if (const auto* rnn = node.operation.AsSimpleRnn()) return rnn->input;
  if (const auto* gru = node.operation.AsGru()) return gru->input;
  return std::nullopt;
}

/// How many times the nodes name tensor `index`: a shared one cannot change its shape.
int uses_of(const format::ModelT& model, std::uint32_t index) {
  int uses = 0;
  const auto count = [&](std::int64_t tensor) { uses += tensor == static_cast<std::int64_t>(index) ? 1 : 0; };
  for (const auto& node : model.nodes) {
    const auto& operation = node->operation;
    if (const auto* o = operation.AsEmbedding()) count(o->pieces), count(o->positions);
    if (const auto* o = operation.AsHashedNgrams()) count(o->rows);
    if (const auto* o = operation.AsDense()) count(o->weight), count(o->bias);
    if (const auto* o = operation.AsConv1d()) count(o->weight), count(o->bias);
    if (const auto* o = operation.AsSimpleRnn()) count(o->input), count(o->recurrent), count(o->bias);
    if (const auto* o = operation.AsGru()) {
      count(o->input), count(o->recurrent), count(o->input_bias), count(o->recurrent_bias);
    }
    if (const auto* o = operation.AsLayerNorm()) count(o->gamma), count(o->beta);
  }
  return uses;
}

/// Follows the neurons of `node` to all their readers. Nothing where one of them is not a matrix.
std::optional<Layer> layer_from(const format::ModelT& model, const NodeT& node) {
  const auto producer = producer_of(node);
  if (!producer || uses_of(model, producer->weight) != 1) return std::nullopt;
  if (producer->bias >= 0 && uses_of(model, static_cast<std::uint32_t>(producer->bias)) != 1) return std::nullopt;
  Layer layer{*producer, {node.output}, {}};
  for (const auto& reader : model.nodes) {  // in file order, so a pool's output is known before its readers
    for (std::size_t i = 0; i < reader->inputs.size(); ++i) {
      if (!layer.values.contains(reader->inputs[i])) continue;
      if (reader->operation.AsPool() != nullptr && i == 0) {
        layer.values.insert(reader->output);
      } else if (const auto matrix = reading_matrix(*reader); matrix && uses_of(model, *matrix) == 1) {
        layer.readers.push_back(*matrix);
      } else {
        return std::nullopt;
      }
    }
  }
  const auto is_output = [&](std::int64_t value) {
    return value >= 0 && layer.values.contains(static_cast<std::uint32_t>(value));
  };
  if (layer.readers.empty() || is_output(model.output->logits) || is_output(model.output->score)) return std::nullopt;
  return layer;
}

/// A matrix row is one or more runs over the neurons before it (a convolution has one for each place in time).
void add_column_energy(const Weight& reader, std::size_t width, std::vector<double>& energy) {
  for (std::size_t i = 0; i < reader.numbers.size(); ++i) {
    energy[i % width] += static_cast<double>(reader.numbers[i]) * static_cast<double>(reader.numbers[i]);
  }
}

std::vector<std::size_t> neurons_to_keep(const Weight& producer, const std::vector<const Weight*>& readers,
                                         std::size_t count) {
  const std::size_t width = producer.rows;
  std::vector<double> columns(width, 0.0);
  for (const Weight* reader : readers) add_column_energy(*reader, width, columns);
  std::vector<double> importance(width);
  for (std::size_t n = 0; n < width; ++n) {
    double row = 0.0;
    for (const float x : producer.row(n)) row += static_cast<double>(x) * static_cast<double>(x);
    importance[n] = std::sqrt(row * columns[n]);
  }
  std::vector<std::size_t> order(width);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return importance[a] > importance[b] || (importance[a] == importance[b] && a < b);
  });
  order.resize(count);
  std::sort(order.begin(), order.end());
  return order;
}

void keep_rows(Network& network, Weight& weight, const std::vector<std::size_t>& keep) {
  std::vector<float> kept;
  kept.reserve(keep.size() * weight.row_size);
  for (const std::size_t n : keep) kept.insert(kept.end(), weight.row(n).begin(), weight.row(n).end());
  weight.numbers = std::move(kept);
  weight.rows = keep.size();
  network.model.tensors[weight.tensor]->shape.front() = static_cast<std::uint32_t>(keep.size());
}

void keep_columns(Network& network, Weight& weight, std::size_t width, const std::vector<std::size_t>& keep) {
  std::vector<float> kept;
  kept.reserve(weight.numbers.size() / width * keep.size());
  for (std::size_t start = 0; start < weight.numbers.size(); start += width) {
    for (const std::size_t n : keep) kept.push_back(weight.numbers[start + n]);
  }
  weight.numbers = std::move(kept);
  weight.row_size = weight.row_size / width * keep.size();
  network.model.tensors[weight.tensor]->shape.back() = static_cast<std::uint32_t>(keep.size());
}

void keep_biases(format::TensorT& bias, const std::vector<std::size_t>& keep) {
  const std::vector<float> numbers = read_floats(bias);
  std::vector<float> kept;
  for (const std::size_t n : keep) kept.push_back(numbers[n]);
  write_floats(bias, kept);
  bias.shape.front() = static_cast<std::uint32_t>(keep.size());
}

}  // namespace

std::vector<PrunedLayer> prune_neurons(Network& network, double fraction) {
  std::vector<PrunedLayer> pruned;
  for (std::size_t node = 0; node < network.model.nodes.size(); ++node) {
    const auto layer = layer_from(network.model, *network.model.nodes[node]);
    if (!layer) continue;
    Weight* producer = network.weight_of(layer->producer.weight);
    std::vector<Weight*> readers;
    for (const std::uint32_t reader : layer->readers) readers.push_back(network.weight_of(reader));
    const std::size_t width = producer->rows;
    const auto removed = static_cast<std::size_t>(fraction * static_cast<double>(width));
    const std::size_t count = std::max<std::size_t>(width - std::min(removed, width), 1);
    const auto keep = neurons_to_keep(*producer, {readers.begin(), readers.end()}, count);

    keep_rows(network, *producer, keep);
    if (layer->producer.bias >= 0) {
      keep_biases(*network.model.tensors[static_cast<std::size_t>(layer->producer.bias)], keep);
    }
    for (Weight* reader : readers) keep_columns(network, *reader, width, keep);
    for (const std::uint32_t value : layer->values) {
      network.model.values[value]->width = static_cast<std::uint32_t>(count);
    }
    pruned.push_back({network.model.values[network.model.nodes[node]->output]->name, width, count});
  }
  return pruned;
}

}  // namespace sentibyte::quantizer
