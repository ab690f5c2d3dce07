// A file as a command writes it: whole or not at all, and as whatever it was before.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "sentibyte/error.h"

namespace sentibyte::cli {

/// A new file, or one that is replaced, is written beside its place and moved there by `commit`; until then the old one
/// stays, with its mode and behind the links that led to it. What is no ordinary file (a device, a pipe) is written
/// through.
///
///   auto file = OutputFile::write(path, bytes);
///   if (!file) return file.error();
///   return file.value().commit();
class OutputFile {
 public:
  static Result<OutputFile> write(const std::string& path, std::span<const std::uint8_t> bytes);

  std::optional<Error> commit();

  OutputFile(OutputFile&& other) noexcept;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(OutputFile&&) = delete;
  /// Removes what was not committed.
  ~OutputFile();

 private:
  OutputFile(std::string path, std::string temporary) : path_(std::move(path)), temporary_(std::move(temporary)) {}

  std::string path_;
  std::string temporary_;  // empty: nothing waits
};

/// Both names lead to one file, there or not.
bool same_file(const std::string& a, const std::string& b);

/// Hands what was printed to standard output over; false where some of it could not be written.
bool flush_output();

}  // namespace sentibyte::cli
