#include <cstddef>
#include <cstdint>

#include "format/check.h"

namespace sentibyte::format {
namespace {

struct Lead {
  unsigned rest;         // bytes that follow
  std::uint32_t lowest;  // below this the form is overlong
};

/// rest == 4 marks a byte that starts no character.
Lead lead_of(std::uint8_t byte) {
  if (byte < 0x80) return {0, 0};
  if (byte >= 0xC2 && byte < 0xE0) return {1, 0x80};
  if (byte >= 0xE0 && byte < 0xF0) return {2, 0x800};
  if (byte >= 0xF0 && byte < 0xF5) return {3, 0x1'0000};
  return {4, 0};
}

}  // namespace

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<std::uint8_t>(text[i]);
    const Lead lead = lead_of(first);
    if (lead.rest == 4 || lead.rest >= text.size() - i) return false;
    std::uint32_t point = first & (0x7FU >> (lead.rest == 0 ? 0 : lead.rest + 1));
    for (unsigned k = 1; k <= lead.rest; ++k) {
      const auto next = static_cast<std::uint8_t>(text[i + k]);
      if ((next & 0xC0) != 0x80) return false;
      point = (point << 6) | (next & 0x3FU);
    }
    if (point < lead.lowest || point > 0x10'FFFF || (point >= 0xD800 && point < 0xE000)) return false;
    i += lead.rest + 1;
  }
  return true;
}

}  // namespace sentibyte::format
