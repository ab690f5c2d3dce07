// From bytes to a model that may be trusted: every index in range, every size what the shapes say.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "format/array.h"
#include "model_generated.h"
#include "sentibyte/error.h"
#include "sentibyte/limits.h"

namespace sentibyte::format {

/// A checked model. It looks into the bytes it was read from, which must outlive it, unless they were not aligned
/// for FlatBuffers: then it owns a copy.
class Blob {
 public:
  const Model& model() const { return *model_; }

 private:
  friend Result<Blob> read(std::span<const std::byte>, const Limits&);
  Blob() = default;
  const Model* model_ = nullptr;
  Array<std::byte> aligned_copy_;
};

/// Verifies the tables, then checks what they mean. Nothing of a refused blob is used.
Result<Blob> read(std::span<const std::byte> bytes, const Limits& limits);

}  // namespace sentibyte::format
