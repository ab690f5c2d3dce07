#include "quantizer/pruning/neuron_pruning.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>

namespace sentibyte::quantizer {
namespace {

using format::TensorRole;
using format::TensorUse;

/// A prunable layer: the tensors whose rows are its neurons, the values that carry them, and the matrices whose
/// columns read them.
struct Layer {
  std::uint32_t weight = 0;
  std::vector<std::uint32_t> biases;
  std::set<std::uint32_t> values;
  std::vector<std::uint32_t> readers;
};

const format::OperationSpec& spec_of(const format::NodeT& node) { return format::spec_of(node.operation.type); }

/// A tensor that is used elsewhere too cannot change its shape.
bool is_shared(const Network& network, std::uint32_t tensor) {
  return 1 != std::count_if(network.uses.begin(), network.uses.end(),
                            [tensor](const TensorUse& use) { return use.tensor == tensor; });
}

/// The tensors of node `index` in that role.
std::vector<std::uint32_t> tensors_of(const Network& network, std::size_t index, TensorRole role) {
  std::vector<std::uint32_t> found;
  for (const TensorUse& use : network.uses) {
    if (use.node == index && use.role == role) found.push_back(use.tensor);
  }
  return found;
}

/// The layer whose neurons node `index` makes, its readers still unknown. Nothing where its rows cannot be removed.
std::optional<Layer> layer_made_by(const Network& network, std::size_t index) {
  const format::NodeT& node = *network.model.nodes[index];
  const auto matrices = tensors_of(network, index, TensorRole::Matrix);
  if (spec_of(node).columns != format::Columns::Rows || matrices.size() != 1) return std::nullopt;
  Layer layer{matrices.front(), tensors_of(network, index, TensorRole::Floats), {node.output}, {}};
  const auto shared = [&network](std::uint32_t tensor) { return is_shared(network, tensor); };
  if (shared(layer.weight) || std::any_of(layer.biases.begin(), layer.biases.end(), shared)) return std::nullopt;
  return layer;
}

/// Follows the neurons of node `index` to all their readers. Nothing where one of them is not a matrix.
std::optional<Layer> layer_from(const Network& network, std::size_t index) {
  auto layer_found = layer_made_by(network, index);
  if (!layer_found) return std::nullopt;
  Layer& layer = *layer_found;
  const format::ModelT& model = network.model;
  // In file order, so that a pool's output is known before its readers.
  for (std::size_t reader = 0; reader < model.nodes.size(); ++reader) {
    const format::NodeT& node = *model.nodes[reader];
    for (std::size_t i = 0; i < node.inputs.size(); ++i) {
      if (!layer.values.contains(node.inputs[i])) continue;
      if (i != 0) return std::nullopt;  // matrices multiply the first input, and pools carry its columns
      const auto matrices = tensors_of(network, reader, TensorRole::Matrix);
      if (spec_of(node).columns == format::Columns::Kept) {
        layer.values.insert(node.output);
      } else if (matrices.size() == 1 && !is_shared(network, matrices.front())) {
        layer.readers.push_back(matrices.front());
      } else {
        return std::nullopt;
      }
    }
  }
  const auto is_output = [&](std::int64_t value) {
    return value >= 0 && layer.values.contains(static_cast<std::uint32_t>(value));
  };
  if (layer.readers.empty() || is_output(model.output->logits) || is_output(model.output->score)) return std::nullopt;
  return layer_found;
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
    const auto layer = layer_from(network, node);
    if (!layer) continue;
    Weight* producer = network.weight_of(layer->weight);
    std::vector<Weight*> readers;
    for (const std::uint32_t reader : layer->readers) readers.push_back(network.weight_of(reader));
    const std::size_t width = producer->rows;
    const auto removed = static_cast<std::size_t>(fraction * static_cast<double>(width));
    const std::size_t count = std::max<std::size_t>(width - std::min(removed, width), 1);
    const auto keep = neurons_to_keep(*producer, {readers.begin(), readers.end()}, count);

    keep_rows(network, *producer, keep);
    for (const std::uint32_t bias : layer->biases) keep_biases(*network.model.tensors[bias], keep);
    for (Weight* reader : readers) keep_columns(network, *reader, width, keep);
    for (const std::uint32_t value : layer->values) {
      network.model.values[value]->width = static_cast<std::uint32_t>(count);
    }
    pruned.push_back({network.model.values[network.model.nodes[node]->output]->name, width, count});
  }
  return pruned;
}

}  // namespace sentibyte::quantizer
