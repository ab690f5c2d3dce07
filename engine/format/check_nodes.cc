#include <vector>

#include "format/check.h"
#include "format/check_node.h"
#include "format/operations.h"

namespace sentibyte::format {
namespace {

/// `written[i]`: an earlier node makes value i.
bool check_links(const Model& model, const Node& node, const Entry& entry, const std::vector<std::uint8_t>& written) {
  const std::uint32_t values = model.values()->size();
  if (node.output() >= values) return entry.refuse("output", "value # of #", node.output(), values);
  if (node.inputs() != nullptr) {
    if (node.inputs()->size() > kMostInputs) {
      return entry.refuse("inputs", "# entries are too many", node.inputs()->size());
    }
    for (const std::uint32_t input : *node.inputs()) {
      if (input >= values) return entry.refuse("inputs", "value # of #", input, values);
      if (!written[input]) return entry.refuse("inputs", "value # is not made by an earlier node", input);
    }
  }
  if (written[node.output()]) return entry.refuse("output", "value # is made twice", node.output());
  return true;
}

}  // namespace

bool check_nodes(const Model& model, Refusal& refusal) {
  const auto& nodes = *model.nodes();
  if (nodes.size() > kMostNodes) return refusal.refuse("nodes: # entries, more than #", nodes.size(), kMostNodes);
  std::vector<std::uint8_t> written(model.values()->size());
  for (flatbuffers::uoffset_t i = 0; i < nodes.size(); ++i) {
    const Node& node = *nodes.Get(i);
    const Entry entry{refusal, "nodes", i};
    if (!check_links(model, node, entry, written)) return false;
    if (!check_operation({model, node, *model.values()->Get(node.output()), entry})) return false;
    written[node.output()] = 1;
  }
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (!written[i]) return refusal.refuse("values[#]: no node makes it", i);
  }
  return true;
}

}  // namespace sentibyte::format
