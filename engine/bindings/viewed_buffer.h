// Bytes that JavaScript fills or reads through a typed view: nothing crosses as a string or one by one.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>

#include <emscripten/val.h>

namespace sentibyte::bindings {

/// `Item`s on the heap of the module, aligned to 64 bytes. Grows only when asked; a view taken before a growth
/// (of this buffer, or of the module's memory by anyone) is void, as any pointer would be.
template <class Item>
class ViewedBuffer {
 public:
  /// Holds at least `count` items; false when there is no memory for them, and then nothing changed.
  bool reserve(std::size_t count) {
    if (count <= capacity_) return true;
    if (count > (std::size_t{1} << 31) / sizeof(Item)) return false;
    const std::size_t bytes = (count * sizeof(Item) + kAlignment - 1) / kAlignment * kAlignment;
    void* memory = std::aligned_alloc(kAlignment, bytes);
    if (memory == nullptr) return false;
    items_.reset(static_cast<Item*>(memory));
    capacity_ = count;
    return true;
  }

  void release() {
    items_.reset();
    capacity_ = 0;
  }

  std::size_t capacity() const { return capacity_; }
  Item* data() { return items_.get(); }
  std::span<Item> first(std::size_t count) { return {items_.get(), count}; }
  emscripten::val view() { return emscripten::val(emscripten::typed_memory_view(capacity_, items_.get())); }

 private:
  static constexpr std::size_t kAlignment = 64;
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  std::unique_ptr<Item[], Free> items_;
  std::size_t capacity_ = 0;
};

}  // namespace sentibyte::bindings
