#include "quantizer/activations.h"

#include <memory>
#include <set>

#include "format/problem.h"

namespace sentibyte::quantizer {
namespace {

bool is_recurrent(const format::NodeT& node) {
  return node.operation.type == format::Operation_SimpleRnn || node.operation.type == format::Operation_Gru;
}

bool reads_integers(const format::NodeT& node) {
  return is_recurrent(node) || node.operation.type == format::Operation_Dense ||
         node.operation.type == format::Operation_Conv1d;
}

std::set<std::size_t> states_of(const format::ModelT& model) {
  std::set<std::size_t> states;
  for (const auto& node : model.nodes) {
    if (is_recurrent(*node)) states.insert(node->output);
  }
  return states;
}

}  // namespace

std::vector<std::size_t> values_to_quantize(const format::ModelT& model) {
  std::set<std::size_t> values = states_of(model);
  for (const auto& node : model.nodes) {
    if (reads_integers(*node)) values.insert(node->inputs.front());
  }
  return {values.begin(), values.end()};
}

Result<std::vector<ActivationRange>> activation_ranges(const format::ModelT& model,
                                                       std::span<const std::optional<Range>> calibrated) {
  const std::set<std::size_t> states = states_of(model);
  std::vector<ActivationRange> ranges;
  for (const std::size_t index : values_to_quantize(model)) {
    const format::ValueT& value = *model.values[index];
    if (index < calibrated.size() && calibrated[index]) {
      ranges.push_back({index, value.name, *calibrated[index], "calibration"});
    } else if (value.range) {
      ranges.push_back({index, value.name, {value.range->min(), value.range->max()}, "blob"});
    } else if (states.contains(index)) {
      ranges.push_back({index, value.name, {-1.0F, 1.0F}, "bound"});  // tanh, or a mean of tanh's
    } else {
      return Error{ErrorCode::Input, format::at("values", index, "range") + ": the blob has none for " + value.name +
                                         "; calibration ids are needed (--calibrate)"};
    }
  }
  return ranges;
}

void set_activations(format::ModelT& model, std::span<const ActivationRange> ranges) {
  for (const ActivationRange& range : ranges) {
    const ActivationGrid grid = make_activation_grid(range.range);
    model.values[range.value]->activation = std::make_unique<format::Activation>(grid.scale, grid.zero_point);
  }
}

}  // namespace sentibyte::quantizer
