// 32-bit FNV-1a: one number for many bytes, as short to write in JavaScript as here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace sentibyte::test {

inline constexpr std::uint32_t kEmptyHash = 0x811C9DC5;

/// The hash of what `hash` has seen with `bytes` behind it.
inline std::uint32_t hash_on(std::uint32_t hash, std::span<const std::byte> bytes) {
  for (const std::byte byte : bytes) hash = (hash ^ static_cast<std::uint32_t>(byte)) * 0x01000193U;
  return hash;
}

}  // namespace sentibyte::test
