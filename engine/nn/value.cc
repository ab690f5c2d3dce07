#include "nn/value.h"

#include "format/operations.h"
#include "format/tensor.h"

namespace sentibyte::nn {

bool runs_in_int8(const format::Model& model, const format::Node& node) {
  for (const format::TensorField& field : format::spec_of(node.operation_type()).tensors) {
    if (!format::is_multiplied(field.role)) continue;
    const auto index = static_cast<flatbuffers::uoffset_t>(format::tensor_index(node, field));
    return format::is_coded(*model.tensors()->Get(index));  // a node's matrices are all stored alike
  }
  return false;
}

std::vector<ValuePlan> plan_values(const format::Model& model) {
  std::vector<ValuePlan> values(model.values()->size());
  for (flatbuffers::uoffset_t i = 0; i < values.size(); ++i) {
    const format::Value& value = *model.values()->Get(i);
    ValuePlan& plan = values[i];
    plan.sequence = value.sequence();
    plan.width = value.width();
    if (const format::Activation* activation = value.activation()) {
      plan.scale = activation->scale();
      plan.quantization = {1.0F / activation->scale(), activation->zero_point()};
    }
  }
  for (const format::Node* node : *model.nodes()) {
    const format::OperationSpec& spec = format::spec_of(node->operation_type());
    const bool int8 = runs_in_int8(model, *node);
    if (node->inputs() != nullptr) {
      for (const std::uint32_t input : *node->inputs()) (int8 ? values[input].quantized : values[input].real) = true;
    }
    // A recurrent layer reads its own state back.
    for (const format::TensorField& field : spec.tensors) {
      if (int8 && field.role == format::TensorRole::State) values[node->output()].quantized = true;
    }
    if (spec.float_first) values[node->output()].real = true;
  }
  values[model.output()->logits()].real = true;
  if (model.output()->score() >= 0) values[static_cast<std::size_t>(model.output()->score())].real = true;
  return values;
}

std::vector<std::uint32_t> count_readers(const format::Model& model) {
  std::vector<std::uint32_t> readers(model.values()->size());
  for (const format::Node* node : *model.nodes()) {
    if (node->inputs() == nullptr) continue;
    for (const std::uint32_t input : *node->inputs()) ++readers[input];
  }
  ++readers[model.output()->logits()];
  if (model.output()->score() >= 0) ++readers[static_cast<std::size_t>(model.output()->score())];
  return readers;
}

}  // namespace sentibyte::nn
