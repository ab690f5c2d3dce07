// The quantizer as JavaScript holds it: a float blob goes in through a view, a quantized one comes out through one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <emscripten/val.h>

#include "bindings/viewed_buffer.h"

namespace sentibyte::bindings {

class QuantizerSession {
 public:
  /// Room for a float blob of `size` bytes; false when there is no memory for it. Its view follows from `blob()`.
  bool prepare_blob(std::uint32_t size);
  emscripten::val blob() { return blob_.view(); }

  /// Quantizes what was written to `blob()` and gives those bytes back to the heap. `words` are the options of
  /// sentibyte-quantize, one per line. False where something is wrong: `message` says what.
  bool quantize(const std::string& words);

  /// The quantized blob, until the next call.
  emscripten::val result() const;
  /// JSON, as the command writes it.
  std::string report() const { return report_; }
  std::string message() const { return message_; }

 private:
  bool fail(std::string message);

  ViewedBuffer<std::uint8_t> blob_;
  std::uint32_t blob_size_ = 0;
  std::vector<std::uint8_t> result_;
  std::string report_;
  std::string message_;
};

}  // namespace sentibyte::bindings
