// What is wrong, as a value and in words: "tensors[3].scales: 5 entries, not 1 or 128".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sentibyte/error.h"

namespace sentibyte::format {

/// Nothing, or the reason to refuse something.
using Problem = std::optional<Error>;

/// "list[index].field", or "list[index]" without a field.
std::string at(std::string_view list, std::uint64_t index, std::string_view field = {});

/// `text` with each '#' replaced by the next number. One function for every message: a module is downloaded, and
/// chains of strings at some hundred places were a sixth of it.
std::string compose(const char* text, std::size_t a = 0, std::size_t b = 0, std::size_t c = 0, std::size_t d = 0,
                    std::size_t e = 0);

/// Where checks write the first thing that they find wrong. `refuse` is always false, as is a check that ends in it;
/// its numbers go to `compose`.
class Refusal {
 public:
  bool refuse(ErrorCode code, const char* text, std::size_t a = 0, std::size_t b = 0, std::size_t c = 0,
              std::size_t d = 0, std::size_t e = 0);
  /// With ErrorCode::Invalid.
  bool refuse(const char* text, std::size_t a = 0, std::size_t b = 0, std::size_t c = 0);

  const Error& error() const { return error_; }

 private:
  Error error_;
};

/// An entry of one of the model's lists: "tensors[3]".
struct Entry {
  Refusal& refusal;
  const char* list;
  std::size_t index;

  /// "list[index].field: text", with the numbers in the order of their '#'. Always false.
  bool refuse(const char* field, const char* text, std::size_t a = 0, std::size_t b = 0, std::size_t c = 0,
              std::size_t d = 0) const;
};

}  // namespace sentibyte::format
