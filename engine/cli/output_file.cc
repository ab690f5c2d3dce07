#include "cli/output_file.h"

#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace sentibyte::cli {
namespace {

Error cannot_write(const std::string& path) { return {ErrorCode::Input, path + ": cannot be written"}; }

bool write_all(int file, std::span<const std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

bool write_and_close(int file, std::span<const std::uint8_t> bytes) {
  const bool written = file >= 0 && write_all(file, bytes);
  const bool closed = file >= 0 && ::close(file) == 0;
  return written && closed;
}

/// Where links lead, as far as there is something.
std::filesystem::path place_of(const std::string& path) {
  std::error_code error;
  auto place = std::filesystem::weakly_canonical(path, error);
  return error ? std::filesystem::path(path) : place;
}

}  // namespace

Result<OutputFile> OutputFile::write(const std::string& path, std::span<const std::uint8_t> bytes) {
  struct stat there{};
  struct stat link{};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  const bool leads_nowhere = !exists && ::lstat(path.c_str(), &link) == 0;
  if (leads_nowhere || (exists && !S_ISREG(there.st_mode))) {
    const int flags = O_WRONLY | O_CLOEXEC | (leads_nowhere ? O_CREAT : 0);
    if (!write_and_close(::open(path.c_str(), flags, 0666), bytes)) return cannot_write(path);
    return OutputFile(path, {});
  }
  const std::string place = place_of(path).string();
  const std::string temporary = place + "." + std::to_string(::getpid()) + ".part";
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return cannot_write(path);
  OutputFile output(place, temporary);
  const bool same_mode = !exists || ::fchmod(file, there.st_mode & 07777) == 0;
  if (!write_and_close(file, bytes) || !same_mode) return cannot_write(path);
  return output;
}

std::optional<Error> OutputFile::commit() {
  if (temporary_.empty()) return std::nullopt;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return cannot_write(path_);
  temporary_.clear();
  return std::nullopt;
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), temporary_(std::exchange(other.temporary_, {})) {}

OutputFile::~OutputFile() {
  if (!temporary_.empty()) std::remove(temporary_.c_str());
}

bool same_file(const std::string& a, const std::string& b) {
  std::error_code error;
  return place_of(a) == place_of(b) || std::filesystem::equivalent(a, b, error);
}

bool flush_output() { return std::fflush(stdout) == 0 && std::ferror(stdout) == 0; }

}  // namespace sentibyte::cli
