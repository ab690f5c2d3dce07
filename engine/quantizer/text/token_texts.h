// Texts as token ids, for calibration and comparison: one line per text, ids separated by spaces.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sentibyte/error.h"

namespace sentibyte::quantizer {

struct TokenTexts {
  std::vector<std::uint16_t> ids;  ///< Of all texts, one after the other.
  std::vector<std::uint32_t> lengths;

  bool empty() const { return lengths.empty(); }
};

/// `where` (a file's name) begins the message of an error, with the line's number. A line without ids is skipped:
/// a text of no tokens says nothing about ranges.
Result<TokenTexts> parse_token_texts(std::string_view lines, const std::string& where);

}  // namespace sentibyte::quantizer
