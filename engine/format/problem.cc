#include "format/problem.h"

#include <array>

namespace sentibyte::format {
namespace {

void append_number(std::string& to, std::size_t number) {
  std::array<char, 20> digits;  // as many as 2^64 has
  std::size_t first = digits.size();
  do {
    digits[--first] = static_cast<char>('0' + number % 10);
    number /= 10;
  } while (number != 0);
  to.append(&digits[first], digits.size() - first);
}

}  // namespace

std::string at(std::string_view list, std::uint64_t index, std::string_view field) {
  std::string where(list);
  where += '[';
  append_number(where, static_cast<std::size_t>(index));
  where += ']';
  if (!field.empty()) {
    where += '.';
    where += field;
  }
  return where;
}

std::string compose(const char* text, std::size_t a, std::size_t b, std::size_t c, std::size_t d, std::size_t e) {
  const std::array<std::size_t, 5> numbers{a, b, c, d, e};
  std::size_t next = 0;
  std::string message;
  for (; *text != '\0'; ++text) {
    if (*text == '#' && next < numbers.size()) {
      append_number(message, numbers[next++]);
    } else {
      message.push_back(*text);
    }
  }
  return message;
}

bool Refusal::refuse(ErrorCode code, const char* text, std::size_t a, std::size_t b, std::size_t c, std::size_t d,
                     std::size_t e) {
  error_.code = code;
  error_.message = compose(text, a, b, c, d, e);
  return false;
}

bool Refusal::refuse(const char* text, std::size_t a, std::size_t b, std::size_t c) {
  return refuse(ErrorCode::Invalid, text, a, b, c);
}

bool Entry::refuse(const char* field, const char* text, std::size_t a, std::size_t b, std::size_t c,
                   std::size_t d) const {
  std::string whole(list);
  whole += "[#].";
  whole += field;
  whole += ": ";
  whole += text;
  return refusal.refuse(ErrorCode::Invalid, whole.c_str(), index, a, b, c, d);
}

}  // namespace sentibyte::format
