#include <array>
#include <bit>
#include <cmath>
#include <initializer_list>
#include <vector>

#include "format/check.h"
#include "format/tensor.h"

namespace sentibyte::format {
namespace {

constexpr std::uint32_t kAny = 0;  // an extent that the shape may choose
constexpr flatbuffers::uoffset_t kMostInputs = 16;

/// The node under check: its place in the file, its inputs, the value it writes.
struct Site {
  const Model& model;
  std::uint32_t index;
  const Node& node;
  std::vector<const Value*> inputs;
  const Value& output;

  std::string where(std::string_view field) const { return at("nodes", index, field); }
};

// --- Tensors of a node --------------------------------------------------------------------------------------

/// The tensor exists and has these extents; `found` gets it.
Problem check_tensor(const Site& site, std::string_view field, std::int64_t index,
                     std::initializer_list<std::uint32_t> extents, const Tensor*& found) {
  const auto& tensors = *site.model.tensors();
  if (index < 0 || index >= static_cast<std::int64_t>(tensors.size())) {
    return invalid(site.where(field), (index < 0 ? std::string("no tensor") : "tensor " + digits(index)) + " of " +
                                          digits(tensors.size()));
  }
  found = tensors.Get(static_cast<flatbuffers::uoffset_t>(index));
  const std::string tensor = at("tensors", static_cast<std::uint64_t>(index), "shape");
  if (found->shape()->size() != extents.size()) {
    return invalid(site.where(field),
                   tensor + " has " + digits(found->shape()->size()) + " axes, not " + digits(extents.size()));
  }
  flatbuffers::uoffset_t axis = 0;
  for (const std::uint32_t extent : extents) {
    const std::uint32_t actual = found->shape()->Get(axis);
    if (extent != kAny && actual != extent) {
      return invalid(site.where(field),
                     tensor + " is " + digits(actual) + " on axis " + digits(axis) + ", not " + digits(extent));
    }
    ++axis;
  }
  return {};
}

/// A vector of floats: a bias, gamma, beta.
Problem check_floats(const Site& site, std::string_view field, std::int64_t index, std::uint32_t size) {
  const Tensor* tensor = nullptr;
  if (auto problem = check_tensor(site, field, index, {size}, tensor)) return problem;
  if (is_integer(*tensor)) return invalid(site.where(field), "must be Float32, and the tensor is Integer");
  return {};
}

/// A bias or -1.
Problem check_bias(const Site& site, std::int32_t index, std::uint32_t size) {
  if (index == -1) return {};
  return check_floats(site, "bias", index, size);
}

/// An integer kernel reads `value`: it needs a scale and a zero point, and a sum that int32 holds.
Problem check_quantized(const Site& site, std::string_view field, const Tensor& weight, std::uint32_t value_index) {
  if (!is_integer(weight)) return {};
  if (row_size(weight) > (is_asymmetric(weight) ? kWidestAsymmetric : kWidest)) {
    return invalid(site.where(field), "rows of " + digits(row_size(weight)) + " integers overflow the accumulator");
  }
  if (site.model.values()->Get(value_index)->activation() != nullptr) return {};
  return invalid(at("values", value_index, "activation"), "missing, and " + site.where(field) + " is quantized");
}

// --- Values of a node ---------------------------------------------------------------------------------------

Problem check_input_count(const Site& site, std::size_t expected) {
  if (site.inputs.size() == expected) return {};
  return count_differs(site.where("inputs"), site.inputs.size(), "entries", expected);
}

Problem check_kind(const Site& site, const Value& value, bool sequence, std::string_view which) {
  if (value.sequence() == sequence) return {};
  return invalid(site.where(which), sequence ? "a row a text, and the operation needs a row a token"
                                             : "a row a token, and the operation makes a row a text");
}

Problem check_width(const Site& site, std::uint64_t expected) {
  if (site.output.width() == expected) return {};
  return count_differs(site.where("output"), site.output.width(), "columns", expected);
}

Problem check_sequence_in_out(const Site& site) {
  if (auto problem = check_input_count(site, 1)) return problem;
  if (auto problem = check_kind(site, *site.inputs[0], true, "inputs[0]")) return problem;
  return check_kind(site, site.output, true, "output");
}

Problem check_function(const Site& site, Function function) {
  if (function <= Function_MAX) return {};
  return invalid(site.where("function"), digits(function) + " is not known");
}

std::uint32_t input_index(const Site& site, flatbuffers::uoffset_t i) { return site.node.inputs()->Get(i); }

// --- Operations ---------------------------------------------------------------------------------------------

Problem check(const Site& site, const Embedding& op) {
  constexpr std::uint32_t kMostRows = 65536;  // an id is a uint16
  if (auto problem = check_input_count(site, 0)) return problem;
  if (auto problem = check_kind(site, site.output, true, "output")) return problem;
  const Tensor* pieces = nullptr;
  if (auto problem = check_tensor(site, "pieces", op.pieces(), {kAny, site.output.width()}, pieces)) return problem;
  if (row_count(*pieces) > kMostRows) {
    return invalid(site.where("pieces"), digits(row_count(*pieces)) + " rows, more than ids can name");
  }
  if (op.positions() == -1) return {};
  const Tensor* positions = nullptr;
  if (auto problem = check_tensor(site, "positions", op.positions(), {kAny, site.output.width()}, positions)) {
    return problem;
  }
  if (row_count(*positions) >= site.model.longest()) return {};
  return invalid("longest", digits(site.model.longest()) + " tokens, but " + site.where("positions") + " has " +
                                digits(row_count(*positions)) + " rows");
}

Problem check(const Site& site, const HashedNgrams& op) {
  constexpr unsigned kMostHashes = 4;
  if (auto problem = check_input_count(site, 0)) return problem;
  if (auto problem = check_kind(site, site.output, true, "output")) return problem;
  const Tensor* rows = nullptr;
  if (auto problem = check_tensor(site, "rows", op.rows(), {kAny, site.output.width()}, rows)) return problem;
  if (!std::has_single_bit(row_count(*rows))) {
    return invalid(site.where("rows"), digits(row_count(*rows)) + " buckets, not a power of two");
  }
  if (op.hashes() < 1 || op.hashes() > kMostHashes) {
    return invalid(site.where("hashes"), digits(op.hashes()) + ", not 1 to " + digits(kMostHashes));
  }
  unsigned before = 1;
  for (const std::uint8_t order : *op.orders()) {
    if (order <= before || order > 4) return invalid(site.where("orders"), "not ascending numbers from 2 to 4");
    before = order;
  }
  if (before == 1) return invalid(site.where("orders"), "empty");
  return {};
}

Problem check(const Site& site, const Dense& op) {
  if (auto problem = check_input_count(site, 1)) return problem;
  const Value& input = *site.inputs[0];
  if (input.sequence() != site.output.sequence()) {
    return invalid(site.where("output"), "one of input and output is a row a token, the other a row a text");
  }
  const Tensor* weight = nullptr;
  if (auto problem = check_tensor(site, "weight", op.weight(), {site.output.width(), input.width()}, weight)) {
    return problem;
  }
  if (auto problem = check_bias(site, op.bias(), site.output.width())) return problem;
  if (auto problem = check_function(site, op.function())) return problem;
  return check_quantized(site, "weight", *weight, input_index(site, 0));
}

Problem check(const Site& site, const Conv1d& op) {
  if (auto problem = check_sequence_in_out(site)) return problem;
  const Tensor* weight = nullptr;
  if (auto problem =
          check_tensor(site, "weight", op.weight(), {site.output.width(), kAny, site.inputs[0]->width()}, weight)) {
    return problem;
  }
  const std::uint32_t size = weight->shape()->Get(1);
  if (size % 2 == 0) return invalid(site.where("weight"), "a window of " + digits(size) + " tokens is not odd");
  if (row_size(*weight) > kWidest) {
    return invalid(site.where("weight"), "windows of " + digits(row_size(*weight)) + " numbers are too wide");
  }
  if (auto problem = check_bias(site, op.bias(), site.output.width())) return problem;
  if (auto problem = check_function(site, op.function())) return problem;
  return check_quantized(site, "weight", *weight, input_index(site, 0));
}

/// Both recurrent operations: `gates` rows of weights for each unit of the state, which is the output.
Problem check_recurrent(const Site& site, std::uint32_t input_weight, std::uint32_t recurrent_weight,
                        std::uint32_t gates) {
  if (auto problem = check_sequence_in_out(site)) return problem;
  const std::uint32_t hidden = site.output.width();
  const Tensor* input = nullptr;
  const Tensor* recurrent = nullptr;
  if (auto problem = check_tensor(site, "input", input_weight, {gates * hidden, site.inputs[0]->width()}, input)) {
    return problem;
  }
  if (auto problem = check_tensor(site, "recurrent", recurrent_weight, {gates * hidden, hidden}, recurrent)) {
    return problem;
  }
  if (is_integer(*input) != is_integer(*recurrent)) {
    return invalid(site.where("recurrent"), "one of input and recurrent is Integer, the other Float32");
  }
  if (auto problem = check_quantized(site, "input", *input, input_index(site, 0))) return problem;
  return check_quantized(site, "recurrent", *recurrent, site.node.output());
}

Problem check(const Site& site, const SimpleRnn& op) {
  if (auto problem = check_recurrent(site, op.input(), op.recurrent(), 1)) return problem;
  return check_bias(site, op.bias(), site.output.width());
}

Problem check(const Site& site, const Gru& op) {
  if (auto problem = check_recurrent(site, op.input(), op.recurrent(), 3)) return problem;
  if (auto problem = check_floats(site, "input_bias", op.input_bias(), 3 * site.output.width())) return problem;
  return check_floats(site, "recurrent_bias", op.recurrent_bias(), 3 * site.output.width());
}

Problem check(const Site& site, const SelfAttention& op) {
  if (auto problem = check_sequence_in_out(site)) return problem;
  const std::uint32_t width = site.output.width();
  if (site.inputs[0]->width() != 3 * width) {
    return count_differs(site.where("inputs[0]"), site.inputs[0]->width(), "columns", std::uint64_t{3} * width);
  }
  if (op.heads() == 0 || width % op.heads() != 0) {
    return invalid(site.where("heads"), digits(op.heads()) + " do not divide " + digits(width) + " columns");
  }
  return {};
}

Problem check(const Site& site, const LayerNorm& op) {
  if (auto problem = check_input_count(site, 1)) return problem;
  if (auto problem = check_kind(site, site.output, site.inputs[0]->sequence(), "output")) return problem;
  if (auto problem = check_width(site, site.inputs[0]->width())) return problem;
  if (!(op.epsilon() > 0) || !std::isfinite(op.epsilon())) {
    return invalid(site.where("epsilon"), "not a finite number above 0");
  }
  if (auto problem = check_floats(site, "gamma", op.gamma(), site.output.width())) return problem;
  return check_floats(site, "beta", op.beta(), site.output.width());
}

Problem check(const Site& site, const Add&) {
  if (auto problem = check_input_count(site, 2)) return problem;
  for (const Value* input : site.inputs) {
    if (auto problem = check_kind(site, *input, site.output.sequence(), "inputs")) return problem;
    if (auto problem = check_width(site, input->width())) return problem;
  }
  return {};
}

Problem check(const Site& site, const Concat&) {
  if (site.inputs.empty()) return invalid(site.where("inputs"), "empty");
  std::uint64_t width = 0;
  for (const Value* input : site.inputs) {
    if (auto problem = check_kind(site, *input, site.output.sequence(), "inputs")) return problem;
    width += input->width();
  }
  return check_width(site, width);
}

Problem check(const Site& site, const Pool& op) {
  if (op.kind() > Pooling_MAX) return invalid(site.where("kind"), digits(op.kind()) + " is not known");
  if (auto problem = check_input_count(site, op.kind() == Pooling_Attention ? 2 : 1)) return problem;
  for (const Value* input : site.inputs) {
    if (auto problem = check_kind(site, *input, true, "inputs")) return problem;
  }
  if (auto problem = check_kind(site, site.output, false, "output")) return problem;
  if (op.kind() == Pooling_Attention && site.inputs[1]->width() != 1) {
    return count_differs(site.where("inputs[1]"), site.inputs[1]->width(), "columns", 1);
  }
  return check_width(site, site.inputs[0]->width());
}

Problem check_operation(const Site& site) {
  const Node& node = site.node;
  switch (node.operation_type()) {
    case Operation_Embedding:
      return check(site, *node.operation_as_Embedding());
    case Operation_HashedNgrams:
      return check(site, *node.operation_as_HashedNgrams());
    case Operation_Dense:
      return check(site, *node.operation_as_Dense());
    case Operation_Conv1d:
      return check(site, *node.operation_as_Conv1d());
    case Operation_SimpleRnn:
      return check(site, *node.operation_as_SimpleRnn());
    case Operation_Gru:
      return check(site, *node.operation_as_Gru());
    case Operation_SelfAttention:
      return check(site, *node.operation_as_SelfAttention());
    case Operation_LayerNorm:
      return check(site, *node.operation_as_LayerNorm());
    case Operation_Add:
      return check(site, *node.operation_as_Add());
    case Operation_Concat:
      return check(site, *node.operation_as_Concat());
    case Operation_Pool:
      return check(site, *node.operation_as_Pool());
    case Operation_NONE:
      break;
  }
  return invalid(site.where("operation"), "kind " + digits(node.operation_type()) + " is not known");
}

Problem check_node(const Model& model, std::uint32_t index, std::vector<bool>& written) {
  const Node& node = *model.nodes()->Get(index);
  const auto& values = *model.values();
  if (node.output() >= values.size()) {
    return invalid(at("nodes", index, "output"), "value " + digits(node.output()) + " of " + digits(values.size()));
  }
  std::vector<const Value*> inputs;
  if (node.inputs() != nullptr) {
    if (node.inputs()->size() > kMostInputs) {
      return invalid(at("nodes", index, "inputs"), digits(node.inputs()->size()) + " entries are too many");
    }
    for (const std::uint32_t input : *node.inputs()) {
      if (input >= values.size()) {
        return invalid(at("nodes", index, "inputs"), "value " + digits(input) + " of " + digits(values.size()));
      }
      if (!written[input]) {
        return invalid(at("nodes", index, "inputs"), "value " + digits(input) + " is not made by an earlier node");
      }
      inputs.push_back(values.Get(input));
    }
  }
  if (written[node.output()]) {
    return invalid(at("nodes", index, "output"), "value " + digits(node.output()) + " is made twice");
  }
  if (auto problem = check_operation({model, index, node, std::move(inputs), *values.Get(node.output())})) {
    return problem;
  }
  written[node.output()] = true;
  return {};
}

}  // namespace

Problem check_values(const Model& model) {
  const auto& values = *model.values();
  if (values.size() > kMostValues) {
    return invalid("values", digits(values.size()) + " entries, more than " + digits(kMostValues));
  }
  for (flatbuffers::uoffset_t i = 0; i < values.size(); ++i) {
    const Value& value = *values.Get(i);
    if (value.width() == 0 || value.width() > kWidest) {
      return invalid(at("values", i, "width"), digits(value.width()) + ", not 1 to " + digits(kWidest));
    }
    if (const Range* range = value.range()) {
      if (!std::isfinite(range->min()) || !std::isfinite(range->max()) || range->min() > range->max()) {
        return invalid(at("values", i, "range"), "not two finite numbers in order");
      }
    }
    if (const Activation* activation = value.activation()) {
      if (!(activation->scale() > 0) || !std::isfinite(activation->scale())) {
        return invalid(at("values", i, "activation.scale"), "not a finite number above 0");
      }
      if (activation->zero_point() > 127) {
        return invalid(at("values", i, "activation.zero_point"), digits(activation->zero_point()) + ", not 0 to 127");
      }
    }
  }
  return {};
}

Problem check_nodes(const Model& model) {
  if (model.nodes()->size() > kMostNodes) {
    return invalid("nodes", digits(model.nodes()->size()) + " entries, more than " + digits(kMostNodes));
  }
  std::vector<bool> written(model.values()->size());
  for (std::uint32_t i = 0; i < model.nodes()->size(); ++i) {
    if (auto problem = check_node(model, i, written)) return problem;
  }
  for (std::uint32_t i = 0; i < written.size(); ++i) {
    if (!written[i]) return invalid(at("values", i), "no node makes it");
  }
  return {};
}

}  // namespace sentibyte::format
