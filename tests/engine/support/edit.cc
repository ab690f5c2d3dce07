#include "support/edit.h"

#include <gtest/gtest.h>

#include "support/write.h"

namespace sentibyte::test {

std::vector<std::byte> edited(const std::vector<std::byte>& blob, const Edit& edit) {
  format::ModelT model;
  format::GetModel(blob.data())->UnPackTo(&model);
  edit(model);
  return write(model);
}

std::size_t node_of(const format::ModelT& model, format::Operation kind) {
  for (std::size_t i = 0; i < model.nodes.size(); ++i) {
    if (model.nodes[i]->operation.type == kind) return i;
  }
  ADD_FAILURE() << "no such node";
  return 0;
}

}  // namespace sentibyte::test
