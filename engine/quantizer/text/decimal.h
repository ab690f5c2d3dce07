// Decimal numbers as text, for options and reports. The C library's own would do, but they compute in 128-bit
// floats, which WebAssembly has to emulate: 10 kB of download for a few digits.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sentibyte::quantizer {

/// Six significant digits without trailing zeros: "0.5", "99.9", "-12", "1.5e-7". `number` is finite.
std::string to_decimal(double number);

/// Digits with at most one point, at most 15 of them, no sign and no exponent. Nothing for other text.
std::optional<double> parse_decimal(std::string_view text);

}  // namespace sentibyte::quantizer
