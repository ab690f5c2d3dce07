// What each operation of the schema is: one row, which the check, the executor and the quantizer read. What a row
// cannot say (powers of two, odd windows) is in check_operations.cc.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "model_generated.h"

namespace sentibyte::format {

/// What a node does with one of its tensors.
enum class TensorRole : std::uint8_t {
  Pieces,     ///< looked up: one row per id of the vocabulary
  Buckets,    ///< looked up: rows that hashes of ids pick
  Positions,  ///< looked up: one row per place in the text
  Matrix,     ///< multiplies the node's first input
  State,      ///< multiplies the node's own output at the token before
  Floats,     ///< one number per column, always stored as real numbers: a bias, gamma, beta
};

/// What one axis of a tensor is as long as.
enum class Axis : std::uint8_t {
  None,         ///< there is no such axis
  Any,          ///< the tensor decides
  Input,        ///< the width of the first input
  Output,       ///< the width of the output
  TripleOutput  ///< three gates, each as wide as the output
};

/// A field of an operation's table that names a tensor.
struct TensorField {
  const char* name;              ///< as in the schema
  flatbuffers::voffset_t place;  ///< where the operation's table keeps it
  TensorRole role;
  bool optional;  ///< -1 stands for none
  std::array<Axis, 3> axes;
};

/// Whether the values of a node have one row per token or one per text.
enum class Flow : std::uint8_t {
  Tokens,  ///< all of them one per token
  Same,    ///< all of them one per token, or all of them one per text
  Pooled,  ///< inputs one per token, output one per text
};

/// What the output is as wide as.
enum class Width : std::uint8_t {
  Tensors,     ///< what its tensors say
  Input,       ///< its first input
  InputThird,  ///< a third of its first input: queries, keys and values side by side
  InputSum,    ///< all its inputs together
};

/// Where one column of the output comes from: whether neurons can be removed there.
enum class Columns : std::uint8_t {
  Mixed,  ///< from all columns, or from something that must keep its width
  Rows,   ///< column c from row c of each of the node's tensors
  Kept,   ///< column c from column c of the first input
};

struct OperationSpec {
  Operation operation;
  std::uint8_t least_inputs;
  std::uint8_t most_inputs;
  Flow flow;
  Width width;
  Columns columns;
  bool float_first;  ///< makes its rows in float32 and quantizes them afterwards
  std::span<const TensorField> tensors;
};

/// No node reads more values.
inline constexpr std::uint8_t kMostInputs = 16;

/// The row of `operation`, which is known: not NONE, and at most Operation_MAX.
const OperationSpec& spec_of(Operation operation);

/// What `field` of the node's operation says: the index of a tensor, or -1.
std::int64_t tensor_index(const Node& node, const TensorField& field);

constexpr bool is_multiplied(TensorRole role) { return role == TensorRole::Matrix || role == TensorRole::State; }

/// The value that a tensor in the role of Matrix or State is multiplied with: its int8 kernel reads it as u7.
inline std::uint32_t multiplied_value(const Node& node, TensorRole role) {
  return role == TensorRole::State ? node.output() : node.inputs()->Get(0);
}

/// A tensor that a node of a checked model names.
struct TensorUse {
  std::uint32_t node;
  std::uint32_t tensor;
  TensorRole role;
};

/// Shows every use of every tensor to `see`, in the order of nodes and fields.
template <class See>
void for_each_tensor(const Model& model, See see) {
  for (flatbuffers::uoffset_t i = 0; i < model.nodes()->size(); ++i) {
    const Node& node = *model.nodes()->Get(i);
    for (const TensorField& field : spec_of(node.operation_type()).tensors) {
      const std::int64_t index = tensor_index(node, field);
      if (index >= 0) see(TensorUse{i, static_cast<std::uint32_t>(index), field.role});
    }
  }
}

}  // namespace sentibyte::format
