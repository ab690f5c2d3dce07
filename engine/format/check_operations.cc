// First what the operation's row of the table asks for (inputs, kinds, widths, tensors), then what only the operation
// itself knows.
#include <bit>

#include "format/check.h"
#include "format/check_node.h"
#include "format/operations.h"
#include "format/tensor.h"

namespace sentibyte::format {
namespace {

// --- Values of a node ---------------------------------------------------------------------------------------

bool check_count(const CheckedNode& node, const char* field, const char* text, std::size_t found,
                 std::size_t expected) {
  return found == expected || node.entry.refuse(field, text, found, expected);
}

bool check_width(const CheckedNode& node, const char* field, std::size_t found, std::size_t expected) {
  return check_count(node, field, "# columns, not #", found, expected);
}

bool check_kind(const CheckedNode& node, const Value& value, bool sequence, const char* field) {
  if (value.sequence() == sequence) return true;
  return node.entry.refuse(field, sequence ? "one row per text, where the operation has one per token"
                                           : "one row per token, where the operation has one per text");
}

bool check_inputs(const CheckedNode& node, const OperationSpec& spec) {
  const std::uint32_t count = node.input_count();
  if (count < spec.least_inputs) return check_count(node, "inputs", "# entries, not #", count, spec.least_inputs);
  if (count > spec.most_inputs) return check_count(node, "inputs", "# entries, not #", count, spec.most_inputs);
  const bool sequence = spec.flow == Flow::Same ? node.output.sequence() : true;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!check_kind(node, node.input(i), sequence, "inputs")) return false;
  }
  return check_kind(node, node.output, spec.flow == Flow::Pooled ? false : sequence, "output");
}

bool check_output_width(const CheckedNode& node, const OperationSpec& spec) {
  const std::size_t width = node.output.width();
  std::size_t sum = 0;
  switch (spec.width) {
    case Width::Tensors:
      return true;
    case Width::Input:
      return check_width(node, "output", width, node.input(0).width());
    case Width::InputThird:
      return check_width(node, "inputs[0]", node.input(0).width(), 3 * width);
    case Width::InputSum:
      for (std::uint32_t i = 0; i < node.input_count(); ++i) sum += node.input(i).width();
      return check_width(node, "output", width, sum);
  }
  return false;
}

// --- Tensors of a node --------------------------------------------------------------------------------------

std::uint32_t extent_of(const CheckedNode& node, Axis axis) {
  switch (axis) {
    case Axis::Input:
      return node.input(0).width();
    case Axis::Output:
      return node.output.width();
    case Axis::TripleOutput:
      return 3 * node.output.width();  // no value is wider than kWidest
    case Axis::Any:
    case Axis::None:
      break;
  }
  return 0;
}

bool check_shape(const CheckedNode& node, const TensorField& field, const Tensor& tensor, std::size_t index) {
  std::size_t axes = 0;
  while (axes < field.axes.size() && field.axes[axes] != Axis::None) ++axes;
  const auto& shape = *tensor.shape();
  if (shape.size() != axes) {
    return node.entry.refuse(field.name, "tensors[#].shape has # axes, not #", index, shape.size(), axes);
  }
  for (flatbuffers::uoffset_t axis = 0; axis < axes; ++axis) {
    const std::uint32_t extent = extent_of(node, field.axes[axis]);
    if (field.axes[axis] == Axis::Any || shape.Get(axis) == extent) continue;
    return node.entry.refuse(field.name, "tensors[#].shape is # on axis #, not #", index, shape.Get(axis), axis,
                             extent);
  }
  return true;
}

/// A matrix's sums fit an int32, and the value that it is multiplied with has a scale and a zero point.
bool check_matrix(const CheckedNode& node, const TensorField& field, const Tensor& matrix) {
  const std::size_t depth = row_size(matrix);
  if (depth > (is_coded(matrix) && is_asymmetric(matrix) ? kWidestAsymmetric : kWidest)) {
    return node.entry.refuse(field.name, "rows of # numbers are too long", depth);
  }
  if (!is_coded(matrix)) return true;
  const std::uint32_t value = multiplied_value(node.node, field.role);
  if (node.model.values()->Get(value)->activation() != nullptr) return true;
  std::string text("missing, and nodes[#].");
  text += field.name;
  text += " is quantized";
  return Entry{node.entry.refusal, "values", value}.refuse("activation", text.c_str(), node.entry.index);
}

/// `matrix` is the node's first one, if this is not it.
bool check_tensor(const CheckedNode& node, const TensorField& field, const Tensor*& matrix) {
  const auto& tensors = *node.model.tensors();
  const std::int64_t index = tensor_index(node.node, field);
  if (index == -1 && field.optional) return true;
  if (index < 0) return node.entry.refuse(field.name, "no tensor of #", tensors.size());
  const auto place = static_cast<flatbuffers::uoffset_t>(index);
  if (place >= tensors.size()) return node.entry.refuse(field.name, "tensor # of #", place, tensors.size());
  const Tensor& tensor = *tensors.Get(place);
  if (!check_shape(node, field, tensor, place)) return false;
  if (field.role == TensorRole::Floats) {
    return !is_coded(tensor) || node.entry.refuse(field.name, "must be Real, and the tensor is Coded");
  }
  if (!is_multiplied(field.role)) return true;
  if (matrix != nullptr && is_coded(*matrix) != is_coded(tensor)) {
    return node.entry.refuse(field.name, "one of the node's matrices is Coded, the other Real");
  }
  matrix = &tensor;
  return check_matrix(node, field, tensor);
}

bool check_spec(const CheckedNode& node, const OperationSpec& spec) {
  if (!check_inputs(node, spec) || !check_output_width(node, spec)) return false;
  const Tensor* matrix = nullptr;
  for (const TensorField& field : spec.tensors) {
    if (!check_tensor(node, field, matrix)) return false;
  }
  return true;
}

// --- What only the operation itself knows -------------------------------------------------------------------

const Tensor& tensor_of(const CheckedNode& node, std::uint32_t index) { return *node.model.tensors()->Get(index); }

bool check_known(const CheckedNode& node, const char* field, std::size_t found, std::size_t last) {
  return found <= last || node.entry.refuse(field, "# is not known", found);
}

bool check(const CheckedNode& node, const Embedding& op) {
  constexpr std::uint32_t kMostRows = 65536;  // an id is a uint16
  const std::size_t pieces = row_count(tensor_of(node, op.pieces()));
  if (pieces > kMostRows) return node.entry.refuse("pieces", "# rows, more than ids can name", pieces);
  if (op.positions() < 0) return true;
  const std::size_t positions = row_count(tensor_of(node, static_cast<std::uint32_t>(op.positions())));
  if (positions >= node.model.longest()) return true;
  return node.entry.refusal.refuse("longest: # tokens, but nodes[#].positions has # rows", node.model.longest(),
                                   node.entry.index, positions);
}

bool check(const CheckedNode& node, const HashedNgrams& op) {
  constexpr unsigned kMostHashes = 4;
  const std::size_t buckets = row_count(tensor_of(node, op.rows()));
  if (!std::has_single_bit(buckets)) return node.entry.refuse("rows", "# buckets, not a power of two", buckets);
  if (op.hashes() < 1 || op.hashes() > kMostHashes) {
    return node.entry.refuse("hashes", "#, not 1 to #", op.hashes(), kMostHashes);
  }
  unsigned before = 1;
  for (const std::uint8_t order : *op.orders()) {
    if (order <= before || order > 4) return node.entry.refuse("orders", "not ascending numbers from 2 to 4");
    before = order;
  }
  return before != 1 || node.entry.refuse("orders", "empty");
}

bool check(const CheckedNode& node, const Conv1d& op) {
  const std::uint32_t size = tensor_of(node, op.weight()).shape()->Get(1);
  if (size % 2 == 0) return node.entry.refuse("weight", "a window of # tokens is not odd", size);
  return check_known(node, "function", op.function(), Function_MAX);
}

bool check(const CheckedNode& node, const SelfAttention& op) {
  const std::uint32_t width = node.output.width();
  if (op.heads() != 0 && width % op.heads() == 0) return true;
  return node.entry.refuse("heads", "# do not divide # columns", op.heads(), width);
}

bool check(const CheckedNode& node, const Pool& op) {
  const bool attention = op.kind() == Pooling_Attention;
  return check_known(node, "kind", op.kind(), Pooling_MAX) &&
         check_count(node, "inputs", "# entries, not #", node.input_count(), attention ? 2 : 1) &&
         (!attention || check_width(node, "inputs[1]", node.input(1).width(), 1));
}

bool check_itself(const CheckedNode& node) {
  switch (node.node.operation_type()) {
    case Operation_Embedding:
      return check(node, *node.node.operation_as_Embedding());
    case Operation_HashedNgrams:
      return check(node, *node.node.operation_as_HashedNgrams());
    case Operation_Dense:
      return check_known(node, "function", node.node.operation_as_Dense()->function(), Function_MAX);
    case Operation_Conv1d:
      return check(node, *node.node.operation_as_Conv1d());
    case Operation_SelfAttention:
      return check(node, *node.node.operation_as_SelfAttention());
    case Operation_LayerNorm:
      return is_positive(node.node.operation_as_LayerNorm()->epsilon()) ||
             node.entry.refuse("epsilon", "not a finite number above 0");
    case Operation_Add:
      return check_width(node, "inputs[1]", node.input(1).width(), node.output.width());
    case Operation_Pool:
      return check(node, *node.node.operation_as_Pool());
    case Operation_SimpleRnn:
    case Operation_Gru:
    case Operation_Concat:
    case Operation_NONE:
      break;
  }
  return true;
}

}  // namespace

bool check_operation(const CheckedNode& node) {
  const Operation operation = node.node.operation_type();
  if (operation == Operation_NONE || operation > Operation_MAX) {
    return node.entry.refuse("operation", "kind # is not known", operation);
  }
  return check_spec(node, spec_of(operation)) && check_itself(node);
}

}  // namespace sentibyte::format
