#include "quantizer/text/decimal.h"

#include <cstdint>

namespace sentibyte::quantizer {
namespace {

constexpr int kDigits = 6;

}  // namespace

std::string to_decimal(double number) {
  if (number == 0.0) return "0";
  std::string text = number < 0.0 ? "-" : "";
  double mantissa = number < 0.0 ? -number : number;
  int exponent = 0;
  for (; mantissa >= 10.0; mantissa /= 10.0) ++exponent;
  for (; mantissa < 1.0; mantissa *= 10.0) --exponent;
  auto whole = static_cast<std::uint32_t>(mantissa * 1e5 + 0.5);
  if (whole >= 1'000'000) {
    whole /= 10;
    ++exponent;
  }
  std::string digits = std::to_string(whole);
  while (digits.size() > 1 && digits.back() == '0') digits.pop_back();

  const bool scientific = exponent < -4 || exponent >= kDigits;
  const int point = scientific ? 0 : exponent;  // digits before the point, less one
  if (point < 0) {
    text.append("0.").append(static_cast<std::size_t>(-point - 1), '0').append(digits);
  } else {
    const auto before = static_cast<std::size_t>(point) + 1;
    if (digits.size() < before) digits.append(before - digits.size(), '0');
    text.append(digits, 0, before);
    if (digits.size() > before) text.append(".").append(digits, before);
  }
  if (scientific) text.append("e").append(std::to_string(exponent));
  return text;
}

std::optional<double> parse_decimal(std::string_view text) {
  constexpr std::size_t kMostDigits = 15;  // whole numbers and powers of ten up to here are exact in a double
  double digits = 0.0;
  double divisor = 1.0;
  std::size_t count = 0;
  bool point = false;
  for (const char c : text) {
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++count > kMostDigits) return std::nullopt;
    digits = digits * 10.0 + (c - '0');
    if (point) divisor *= 10.0;
  }
  if (count == 0) return std::nullopt;
  return digits / divisor;
}

}  // namespace sentibyte::quantizer
