#include "nn/value.h"

#include "format/tensor.h"

namespace sentibyte::nn {
namespace {

/// The node's matrix, or nullptr. A recurrent node's two matrices are of one element type (the reader checks).
const format::Tensor* matrix_of(const format::Model& model, const format::Node& node) {
  const auto& tensors = *model.tensors();
  switch (node.operation_type()) {
    case format::Operation_Dense:
      return tensors.Get(node.operation_as_Dense()->weight());
    case format::Operation_Conv1d:
      return tensors.Get(node.operation_as_Conv1d()->weight());
    case format::Operation_SimpleRnn:
      return tensors.Get(node.operation_as_SimpleRnn()->input());
    case format::Operation_Gru:
      return tensors.Get(node.operation_as_Gru()->input());
    default:
      return nullptr;
  }
}

/// Makes its rows in float32 and quantizes them afterwards.
bool writes_real_first(format::Operation operation) {
  return operation == format::Operation_Embedding || operation == format::Operation_HashedNgrams ||
         operation == format::Operation_Concat;
}

bool is_recurrent(format::Operation operation) {
  return operation == format::Operation_SimpleRnn || operation == format::Operation_Gru;
}

}  // namespace

bool has_matrix(const format::Node& node) {
  return node.operation_type() == format::Operation_Dense || node.operation_type() == format::Operation_Conv1d ||
         is_recurrent(node.operation_type());
}

bool has_integer_matrix(const format::Model& model, const format::Node& node) {
  const format::Tensor* matrix = matrix_of(model, node);
  return matrix != nullptr && format::is_integer(*matrix);
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
    const bool integer = has_integer_matrix(model, *node);
    if (node->inputs() != nullptr) {
      for (const std::uint32_t input : *node->inputs()) (integer ? values[input].quantized : values[input].real) = true;
    }
    // A recurrent layer reads its own state back, and its first step is easier over a whole row.
    if (integer && is_recurrent(node->operation_type())) values[node->output()].quantized = true;
    if (writes_real_first(node->operation_type())) values[node->output()].real = true;
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
