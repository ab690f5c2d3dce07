#include "quantizer/text/json_writer.h"

#include <cmath>

#include "quantizer/text/decimal.h"

namespace sentibyte::quantizer {

void JsonWriter::quoted(std::string_view value) {
  out_ += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (byte < 0x20) {
      constexpr std::string_view kHex = "0123456789abcdef";
      out_.append("\\u00").append(1, kHex[byte / 16]).append(1, kHex[byte % 16]);
    } else {
      out_ += c;
    }
  }
  out_ += '"';
}

void JsonWriter::start(std::string_view key) {
  if (!first_) out_ += ',';
  if (depth_ > 0) out_.append("\n").append(static_cast<std::size_t>(2 * depth_), ' ');
  first_ = false;
  if (key.empty()) return;
  quoted(key);
  out_ += ": ";
}

void JsonWriter::open(std::string_view key, char bracket) {
  start(key);
  out_ += bracket;
  ++depth_;
  first_ = true;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (!first_) out_.append("\n").append(static_cast<std::size_t>(2 * depth_), ' ');
  out_ += bracket;
  first_ = false;
}

void JsonWriter::text(std::string_view key, std::string_view value) {
  start(key);
  quoted(value);
}

void JsonWriter::number(std::string_view key, double value) {
  start(key);
  out_ += std::isfinite(value) ? to_decimal(value) : "null";
}

void JsonWriter::integer(std::string_view key, std::int64_t value) {
  start(key);
  out_ += std::to_string(value);
}

void JsonWriter::boolean(std::string_view key, bool value) {
  start(key);
  out_ += value ? "true" : "false";
}

}  // namespace sentibyte::quantizer
