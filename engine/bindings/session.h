// One model as JavaScript holds it: the engine, the buffers that ids go in by, and those that results leave by.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <emscripten/val.h>

#include "bindings/viewed_buffer.h"
#include "sentibyte/engine.h"

namespace sentibyte::bindings {

/// Every call returns 0 or an error's number (ErrorCode + 1), with `message` beside it; none traps, whatever
/// order they come in.
class Session {
 public:
  /// Room for a blob of `size` bytes; its view follows from `blob()`.
  int prepare_blob(std::uint32_t size);
  emscripten::val blob() { return blob_.view(); }
  /// Loads what was written to `blob()` and gives those bytes back to the heap.
  int load();

  /// Room for `tokens` ids and `texts` texts in one run; drops one that is not finished. Takes new views: `ids`,
  /// `lengths`, `scores`, `logits`.
  int reserve(std::uint32_t tokens, std::uint32_t texts);
  emscripten::val ids() { return ids_.view(); }
  emscripten::val lengths() { return lengths_.view(); }
  emscripten::val scores() { return scores_.view(); }
  emscripten::val logits() { return logits_.view(); }

  /// Begins a run of the first `texts` lengths over the first `tokens` ids, and drops one that is not finished.
  int start(std::uint32_t tokens, std::uint32_t texts);
  /// Goes on for about so many steps. kUnfinished, or the run is over.
  int advance(std::uint32_t steps);
  static constexpr int kUnfinished = -1;

  std::string message() const { return message_; }
  std::uint32_t class_count() const;
  std::string class_name(std::uint32_t index) const;
  std::uint32_t longest() const;
  std::uint32_t vocabulary() const;
  bool on_scalar_path() const;

 private:
  int fail(ErrorCode code, std::string message);

  std::optional<Engine> engine_;
  ViewedBuffer<std::uint8_t> blob_;
  std::uint32_t blob_size_ = 0;
  ViewedBuffer<std::uint16_t> ids_;
  ViewedBuffer<std::uint32_t> lengths_;
  ViewedBuffer<float> scores_;
  ViewedBuffer<float> logits_;
  std::string message_;
};

}  // namespace sentibyte::bindings
