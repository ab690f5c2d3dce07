// The semantic check: what the FlatBuffers verifier cannot know. Each function looks at one part of the model and
// relies on those above it having passed. False: `refusal` says why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "format/problem.h"
#include "model_generated.h"
#include "sentibyte/limits.h"

namespace sentibyte::format {

/// More than any real model has; keeps the work of a check in proportion.
inline constexpr std::uint32_t kMostTensors = 4096;
inline constexpr std::uint32_t kMostValues = 4096;
inline constexpr std::uint32_t kMostNodes = 4096;

/// No value is wider, and no row of codes longer: an int32 accumulator stays exact, as
/// 65535 * 127 * 127 < 2^31, and with zero points 32767 * 255 * 127 * 2 < 2^31 (both of its parts).
inline constexpr std::uint32_t kWidest = 65535;
inline constexpr std::uint32_t kWidestAsymmetric = 32767;

/// The newest version of the format that this code knows. A newer minor one may hold what it does not.
inline constexpr std::uint16_t kMajor = 1;
inline constexpr std::uint16_t kMinor = 0;

/// Strings, vectors and tables, each counted as often as it is named, have about as many bytes as the blob, and nothing
/// lies behind the last: what the checks below walk is bounded by the blob's size.
bool check_bytes(const Model& model, std::span<const std::byte> blob, Refusal& refusal);

/// Shapes, data sizes, bit widths, scales, zero points and every stored number; all tensors unpacked stay under the
/// limit on memory.
bool check_tensors(const Model& model, const Limits& limits, Refusal& refusal);

/// Widths, ranges and activations.
bool check_values(const Model& model, Refusal& refusal);

/// Each node reads values made before it, writes one that nobody else writes, and its tensors fit their widths.
bool check_nodes(const Model& model, Refusal& refusal);

/// Class names, logits, score, temperature.
bool check_output(const Model& model, Refusal& refusal);

/// Front coding, order, UTF-8, one piece an embedding row, rewrites made of existing pieces. A model without a
/// tokenizer passes.
bool check_tokenizer(const Model& model, Refusal& refusal);

/// The steps that the longest text takes (check_work.cc) stay under the limit on work.
bool check_work(const Model& model, const Limits& limits, Refusal& refusal);

/// The numbers of a scale, a temperature or an epsilon: above 0 and below infinity.
bool is_positive(float number);

/// Well-formed UTF-8: no surrogates, no overlong forms, at most U+10FFFF.
bool is_utf8(std::string_view text);

}  // namespace sentibyte::format
