// Tensor names with wildcards: `*` stands for any run of characters, `?` for one.
#pragma once

#include <string_view>

namespace sentibyte::quantizer {

bool matches(std::string_view pattern, std::string_view name);

}  // namespace sentibyte::quantizer
