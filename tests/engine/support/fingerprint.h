// One number for all the bits that a model answers with: the promise "the same bits everywhere" as a test.
//
// The inputs come from a generator that is easy to write again in JavaScript, where the same blobs must give the same
// numbers (tests/browser): s = 1664525 s + 1013904223 modulo 2^32 from s = 1, each draw is s / 65536. A text draws its
// length (1 + draw % 48), then its ids (draw % vocabulary). The hash is 32-bit FNV-1a over the bytes of the results.
#pragma once

#include <cstdint>
#include <optional>

#include "sentibyte/engine.h"

namespace sentibyte::test {

inline constexpr std::uint32_t kFingerprintTexts = 300;

/// Nothing if the engine gave an error.
std::optional<std::uint32_t> fingerprint(Engine& engine);

}  // namespace sentibyte::test
