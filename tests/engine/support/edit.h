// A valid blob with one thing changed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "model_generated.h"

namespace sentibyte::test {

using Edit = std::function<void(format::ModelT&)>;

/// The blob's model, changed by `edit` and written again with the same schema.
std::vector<std::byte> edited(const std::vector<std::byte>& blob, const Edit& edit);

/// The index of the first node of this kind; fails the test if there is none.
std::size_t node_of(const format::ModelT& model, format::Operation kind);

/// Appends a value that is one row per text, and the node that makes it; returns the value.
template <class Operation>
std::uint32_t append(format::ModelT& model, std::uint32_t width, std::vector<std::uint32_t> inputs, Operation op) {
  const auto value = static_cast<std::uint32_t>(model.values.size());
  model.values.push_back(std::make_unique<format::ValueT>());
  model.values.back()->name = "appended";
  model.values.back()->width = width;
  model.nodes.push_back(std::make_unique<format::NodeT>());
  model.nodes.back()->inputs = std::move(inputs);
  model.nodes.back()->output = value;
  model.nodes.back()->operation.Set(std::move(op));
  return value;
}

}  // namespace sentibyte::test
