// A node under check: its values exist and are made in order; what its operation asks of them is left.
#pragma once

#include "format/problem.h"
#include "model_generated.h"

namespace sentibyte::format {

struct Site {
  const Model& model;
  const Node& node;
  const Value& output;
  Entry entry;

  std::uint32_t input_count() const { return node.inputs() == nullptr ? 0 : node.inputs()->size(); }
  std::uint32_t input_index(flatbuffers::uoffset_t i) const { return node.inputs()->Get(i); }
  const Value& input(flatbuffers::uoffset_t i) const { return *model.values()->Get(input_index(i)); }
};

/// Inputs, tensors and parameters of the node's operation. False: the site's refusal says why.
bool check_operation(const Site& site);

}  // namespace sentibyte::format
