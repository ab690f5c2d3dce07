// What went wrong, as a value: the engine throws nothing and aborts nowhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace sentibyte {

enum class ErrorCode : std::uint8_t {
  NotABlob,     ///< no `.sbm` identifier, or tables that point outside the bytes
  Version,      ///< written for a newer major version of the format
  Invalid,      ///< a field of the blob contradicts another or leaves its range
  Unsupported,  ///< a valid blob that this build has no kernels for
  Limit,        ///< more memory or a longer text than `Limits` allow
  Input,        ///< ids or lengths handed to `run` do not fit the model
  Numeric,      ///< the model's own numbers left float's range
  Memory,       ///< the machine has no more memory, though `Limits` would allow it
};

/// `message` begins with the field at fault: "tensors[3].scales: 5 entries, not 1 or 128".
struct Error {
  ErrorCode code = ErrorCode::Invalid;
  std::string message;
};

/// Either a value or the reason there is none. Ask `ok()` before `value()`.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Error error) : error_(std::move(error)) {}

  bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  T& value() & { return *value_; }
  const T& value() const& { return *value_; }
  T&& value() && { return std::move(*value_); }
  const Error& error() const { return error_; }

 private:
  std::optional<T> value_;
  Error error_;
};

}  // namespace sentibyte
