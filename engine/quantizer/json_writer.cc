#include "quantizer/json_writer.h"

#include <cmath>
#include <cstdio>

namespace sentibyte::quantizer {

void JsonWriter::quoted(std::string_view value) {
  out_ += '"';
  for (const char c : value) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out_ += '\\';
      out_ += c;
    } else if (byte < 0x20) {
      char escape[8];
      std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(byte));
      out_ += escape;
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
  if (!std::isfinite(value)) {
    out_ += "null";
    return;
  }
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.6g", value);
  out_ += digits;
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
