// JSON text, indented by two spaces: enough for a report, nothing more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sentibyte::quantizer {

class JsonWriter {
 public:
  void begin_object(std::string_view key = {}) { open(key, '{'); }
  void end_object() { close('}'); }
  void begin_array(std::string_view key = {}) { open(key, '['); }
  void end_array() { close(']'); }

  void text(std::string_view key, std::string_view value);
  /// Six significant digits; what is not finite becomes null.
  void number(std::string_view key, double value);
  void integer(std::string_view key, std::int64_t value);
  void boolean(std::string_view key, bool value);

  std::string take() { return std::move(out_) + "\n"; }

 private:
  void open(std::string_view key, char bracket);
  void close(char bracket);
  void start(std::string_view key);
  void quoted(std::string_view value);

  std::string out_;
  int depth_ = 0;
  bool first_ = true;
};

}  // namespace sentibyte::quantizer
