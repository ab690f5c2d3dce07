// A node under check: its values exist and are made in order; what its operation asks of them is left.
#pragma once

#include "format/problem.h"
#include "model_generated.h"

namespace sentibyte::format {

struct CheckedNode {
  const Model& model;
  const Node& node;
  const Value& output;
  Entry entry;

  std::uint32_t input_count() const { return node.inputs() == nullptr ? 0 : node.inputs()->size(); }
  const Value& input(flatbuffers::uoffset_t i) const { return *model.values()->Get(node.inputs()->Get(i)); }
};

/// Inputs, tensors and parameters of the node's operation. False: the entry's refusal says why.
bool check_operation(const CheckedNode& node);

}  // namespace sentibyte::format
