// Memory that may be refused: where there is none, nothing aborts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <span>
#include <type_traits>

namespace sentibyte::format {

/// The alignment of everything the kernels read: a cache line.
inline constexpr std::size_t kAlignment = 64;

/// `Item`s at a multiple of kAlignment, wherever the object moves. All that grows with a blob or a text lies in one:
/// the containers of the library end the program when memory is short, as the engine has no exceptions.
template <class Item>
class Array {
  static_assert(std::is_trivially_destructible_v<Item>);

 public:
  /// `count` items of their initial value in place of what was there; false where there is no memory for them, and then
  /// there are none.
  [[nodiscard]] bool make(std::size_t count) {
    items_.reset();
    size_ = 0;
    const std::size_t bytes = (count * sizeof(Item) + kAlignment - 1) / kAlignment * kAlignment;
    items_.reset(static_cast<Item*>(std::aligned_alloc(kAlignment, std::max(bytes, kAlignment))));
    if (!items_) return false;
    std::uninitialized_value_construct_n(items_.get(), count);
    size_ = count;
    return true;
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  Item* data() { return items_.get(); }
  const Item* data() const { return items_.get(); }
  Item* begin() { return data(); }
  Item* end() { return data() + size_; }
  const Item* begin() const { return data(); }
  const Item* end() const { return data() + size_; }
  Item& operator[](std::size_t index) { return items_[index]; }
  const Item& operator[](std::size_t index) const { return items_[index]; }

 private:
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  std::unique_ptr<Item[], Free> items_;
  std::size_t size_ = 0;
};

/// Bytes seen as something else.
template <class Item>
std::span<Item> items_of(Array<std::byte>& bytes) {
  return {reinterpret_cast<Item*>(bytes.data()), bytes.size() / sizeof(Item)};
}
template <class Item>
std::span<const Item> items_of(const Array<std::byte>& bytes) {
  return {reinterpret_cast<const Item*>(bytes.data()), bytes.size() / sizeof(Item)};
}

}  // namespace sentibyte::format
