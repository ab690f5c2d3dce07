#include "format/problem.h"

namespace sentibyte {

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::NotABlob:
      return "not a blob";
    case ErrorCode::Version:
      return "version";
    case ErrorCode::Invalid:
      return "invalid";
    case ErrorCode::Unsupported:
      return "unsupported";
    case ErrorCode::Limit:
      return "limit";
    case ErrorCode::Input:
      return "input";
    case ErrorCode::Numeric:
      return "numeric";
  }
  return "unknown";
}

namespace format {

std::string at(std::string_view list, std::uint64_t index, std::string_view field) {
  std::string where(list);
  where += '[';
  where += digits(index);
  where += ']';
  if (!field.empty()) {
    where += '.';
    where += field;
  }
  return where;
}

Error invalid(std::string_view where, std::string_view what) {
  std::string message(where);
  message += ": ";
  message += what;
  return {ErrorCode::Invalid, std::move(message)};
}

Error count_differs(std::string_view where, std::uint64_t found, std::string_view noun, std::uint64_t expected) {
  std::string what = digits(found);
  what += ' ';
  what += noun;
  what += ", not ";
  what += digits(expected);
  return invalid(where, what);
}

}  // namespace format
}  // namespace sentibyte
