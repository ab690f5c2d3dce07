// What a blob may ask for before it is refused.
//
//   sentibyte::Limits limits;
//   limits.memory = std::size_t{64} << 20;
//   auto engine = sentibyte::Engine::load(bytes, limits);
#pragma once

#include <cstddef>
#include <cstdint>

namespace sentibyte {

struct Limits {
  std::size_t memory = std::size_t{256} << 20;  ///< bytes of weights, buffers and results together
  std::uint64_t work = 4'000'000'000;           ///< steps that the longest text may take: see engine/format/FORMAT.md
  std::uint32_t longest = 4096;                 ///< tokens in one text, whatever the blob says
};

}  // namespace sentibyte
