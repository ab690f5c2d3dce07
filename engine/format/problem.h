// How the checks name what is wrong: "tensors[3].scales: 5 entries, not 1 or 128".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sentibyte/error.h"

namespace sentibyte::format {

/// Nothing, or the reason to refuse the blob.
using Problem = std::optional<Error>;

/// "list[index].field", or "list[index]" without a field.
std::string at(std::string_view list, std::uint64_t index, std::string_view field = {});

inline std::string digits(std::uint64_t number) { return std::to_string(number); }

Error invalid(std::string_view where, std::string_view what);

/// invalid(where, "<found> <noun>, not <expected>")
Error count_differs(std::string_view where, std::uint64_t found, std::string_view noun, std::uint64_t expected);

}  // namespace sentibyte::format
