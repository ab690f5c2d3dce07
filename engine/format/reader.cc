#include "format/reader.h"

#include <cstring>
#include <string>

#include "format/check.h"

namespace sentibyte::format {
namespace {

// The schema nests four deep (model, tokenizer, rewrite, string); tables are tensors, values, nodes with their
// operations, rewrites and facts. Both bounds are far above any real model and stop a blob made to be slow.
constexpr flatbuffers::uoffset_t kDeepest = 8;
constexpr flatbuffers::uoffset_t kMostTables = 200'000;

constexpr std::size_t kIdentifierAt = 4;
constexpr std::size_t kIdentifierSize = 4;
constexpr std::size_t kSmallest = kIdentifierAt + kIdentifierSize + 4;

Problem check_identifier(std::span<const std::byte> bytes) {
  if (bytes.size() < kSmallest) {
    return Error{ErrorCode::NotABlob, "blob: " + digits(bytes.size()) + " bytes are too few for a model"};
  }
  if (bytes.size() >= FLATBUFFERS_MAX_BUFFER_SIZE) {
    return Error{ErrorCode::Limit, "blob: 2 GiB or more"};
  }
  const auto* found = reinterpret_cast<const char*>(bytes.data()) + kIdentifierAt;
  if (std::memcmp(found, ModelIdentifier(), kIdentifierSize) == 0) return {};
  if (std::memcmp(found, ModelIdentifier(), kIdentifierSize - 1) == 0) {
    return Error{ErrorCode::Version, "blob: made for another version of the format (its identifier is not SBM1)"};
  }
  return Error{ErrorCode::NotABlob, "blob: no SBM1 identifier, so this is not a Sentibyte model"};
}

/// A newer major version may have tables this verifier would call damaged, so its number is read first.
Problem check_major(const std::uint8_t* data, std::size_t size) {
  flatbuffers::Verifier verifier(data, size);
  const auto offset = verifier.VerifyOffset(0);
  if (offset == 0) return {};
  const auto* root = reinterpret_cast<const flatbuffers::Table*>(data + offset);
  if (!root->VerifyTableStart(verifier)) return {};
  if (!root->VerifyField<std::uint16_t>(verifier, Model::VT_FORMAT_MAJOR, sizeof(std::uint16_t))) return {};
  const auto major = root->GetField<std::uint16_t>(Model::VT_FORMAT_MAJOR, kMajor);
  if (major == 0) return invalid("format_major", "0 is no version");
  if (major <= kMajor) return {};
  return Error{ErrorCode::Version,
               "format_major: " + digits(major) + " is newer than this engine, which reads up to " + digits(kMajor)};
}

Problem check_model(const Model& model, const Limits& limits) {
  if (auto problem = check_tensors(model, limits)) return problem;
  if (auto problem = check_values(model)) return problem;
  if (auto problem = check_nodes(model)) return problem;
  if (auto problem = check_output(model)) return problem;
  return check_tokenizer(model);
}

}  // namespace

Result<Blob> read(std::span<const std::byte> bytes, const Limits& limits) {
  if (auto problem = check_identifier(bytes)) return std::move(*problem);
  Blob blob;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (reinterpret_cast<std::uintptr_t>(data) % alignof(std::uint64_t) != 0) {
    blob.aligned_copy_.resize((bytes.size() + 7) / 8);
    std::memcpy(blob.aligned_copy_.data(), data, bytes.size());
    data = reinterpret_cast<const std::uint8_t*>(blob.aligned_copy_.data());
  }
  if (auto problem = check_major(data, bytes.size())) return std::move(*problem);
  flatbuffers::Verifier verifier(data, bytes.size(), kDeepest, kMostTables);
  if (!VerifyModelBuffer(verifier)) {
    return Error{ErrorCode::NotABlob, "blob: damaged or cut short (its tables point outside its bytes)"};
  }
  blob.model_ = GetModel(data);
  if (auto problem = check_model(*blob.model_, limits)) return std::move(*problem);
  return blob;
}

}  // namespace sentibyte::format
