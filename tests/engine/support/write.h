// The blob of a model.
#pragma once

#include <cstddef>
#include <cstring>
#include <vector>

#include "model_generated.h"

namespace sentibyte::test {

inline std::vector<std::byte> write(const format::ModelT& model) {
  flatbuffers::FlatBufferBuilder builder;
  format::FinishModelBuffer(builder, format::CreateModel(builder, &model));
  std::vector<std::byte> bytes(builder.GetSize());
  std::memcpy(bytes.data(), builder.GetBufferPointer(), bytes.size());
  return bytes;
}

}  // namespace sentibyte::test
