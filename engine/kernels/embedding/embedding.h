/// Rows of a table gathered by index, unpacked to float32 and stored or added.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "kernels/kernel.h"

namespace sentibyte::kernels {

/// A table [rows, width] as the blob stores it (dense): float32, or integers of 2..8 bits, two's complement, as a
/// little-endian bit stream whose rows start on byte boundaries. real = scale * (q - zero_point).
struct Rows {
  std::span<const std::byte> data = {};  // float32 tables are aligned to 4
  std::uint32_t count = 0;
  std::size_t width = 0;
  std::uint32_t bits = 8;                         // 2..8, or 32 for float32
  std::span<const float> scales = {};             // one, or one per row; empty for float32
  std::span<const std::int8_t> zero_points = {};  // empty, or as many as `scales`

  std::size_t row_bytes() const { return (width * bits + 7) / 8; }
};

/// The bucket of `count` (2..4) ids in a table of `buckets` rows, a power of two. 32-bit unsigned arithmetic:
///
///     h = 0x811C9DC5 + 0x9E3779B9 * count + 0x85EBCA6B * function
///     for each id, first to last:  h = (h ^ id) * 0x01000193;  h = h ^ (h >> 15)
///     h = h * 0xC2B2AE35;  h = h ^ (h >> 16)
///     bucket = h & (buckets - 1)
///
/// `function` counts the hash functions from 0. Training hashes with the same lines: a change breaks every blob.
constexpr std::uint32_t hash_ngram(const std::uint16_t* ids, std::uint32_t count, std::uint32_t function,
                                   std::uint32_t buckets) {
  std::uint32_t h = 0x811C9DC5U + 0x9E3779B9U * count + 0x85EBCA6BU * function;
  for (std::uint32_t i = 0; i < count; ++i) {
    h = (h ^ ids[i]) * 0x01000193U;
    h ^= h >> 15;
  }
  h *= 0xC2B2AE35U;
  h ^= h >> 16;
  return h & (buckets - 1);
}

struct HashedNgrams {
  Rows rows = {};                             // rows.count buckets
  std::span<const std::uint8_t> orders = {};  // each 2..4
  std::uint32_t hashes = 1;
};

/// out[t] = row ids[t]. Every id is below table.count (the caller checks). `out` is [ids.size(), width].
SENTIBYTE_KERNEL(void, embedding_gather, const Rows& table, std::span<const std::uint16_t> ids, std::span<float> out)

/// out[t] += row first + t, for t below `tokens`: positions.
SENTIBYTE_KERNEL(void, embedding_add, const Rows& table, std::size_t first, std::size_t tokens, std::span<float> out)

/// out[t] = sum, orders then hash functions in order, of the rows that the n-grams ending at `first` + t pick; starts
/// at 0. As many tokens as `out` has rows.
SENTIBYTE_KERNEL(void, hashed_ngrams, const HashedNgrams& table, std::span<const std::uint16_t> ids, std::size_t first,
                 std::span<float> out)

}  // namespace sentibyte::kernels
