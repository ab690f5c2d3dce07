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

bool check_identifier(std::span<const std::byte> bytes, Refusal& refusal) {
  if (bytes.size() < kSmallest) {
    return refusal.refuse(ErrorCode::NotABlob, "blob: # bytes are too few for a model", bytes.size());
  }
  if (bytes.size() >= FLATBUFFERS_MAX_BUFFER_SIZE) return refusal.refuse(ErrorCode::Limit, "blob: 2 GiB or more");
  const auto* found = reinterpret_cast<const char*>(bytes.data()) + kIdentifierAt;
  if (std::memcmp(found, ModelIdentifier(), kIdentifierSize) == 0) return true;
  if (std::memcmp(found, ModelIdentifier(), kIdentifierSize - 1) == 0) {
    return refusal.refuse(ErrorCode::Version,
                          "blob: made for another version of the format (its identifier is not SBM1)");
  }
  return refusal.refuse(ErrorCode::NotABlob, "blob: no SBM1 identifier, so this is not a Sentibyte model");
}

/// A newer major version may have tables this verifier would call damaged, so its number is read first.
bool check_major(const std::uint8_t* data, std::size_t size, Refusal& refusal) {
  flatbuffers::Verifier verifier(data, size);
  const auto offset = verifier.VerifyOffset(0);
  if (offset == 0) return true;
  const auto* root = reinterpret_cast<const flatbuffers::Table*>(data + offset);
  if (!root->VerifyTableStart(verifier)) return true;
  if (!root->VerifyField<std::uint16_t>(verifier, Model::VT_FORMAT_MAJOR, sizeof(std::uint16_t))) return true;
  const auto major = root->GetField<std::uint16_t>(Model::VT_FORMAT_MAJOR, kMajor);
  if (major == 0) return refusal.refuse("format_major: 0 is no version");
  if (major <= kMajor) return true;
  return refusal.refuse(ErrorCode::Version, "format_major: # is newer than this engine, which reads up to #", major,
                        kMajor);
}

bool check_model(const Model& model, const Limits& limits, Refusal& refusal) {
  return check_tensors(model, limits, refusal) && check_values(model, refusal) && check_nodes(model, refusal) &&
         check_output(model, refusal) && check_tokenizer(model, refusal) && check_work(model, limits, refusal);
}

/// The model in `bytes`, which are aligned for FlatBuffers; nullptr where they hold none.
const Model* verify(std::span<const std::byte> bytes, const Limits& limits, Refusal& refusal) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  if (!check_major(data, bytes.size(), refusal)) return nullptr;
  flatbuffers::Verifier verifier(data, bytes.size(), kDeepest, kMostTables);
  if (!VerifyModelBuffer(verifier)) {
    refusal.refuse(ErrorCode::NotABlob, "blob: damaged or cut short (its tables point outside its bytes)");
    return nullptr;
  }
  const Model* model = GetModel(data);
  return check_bytes(*model, bytes, refusal) && check_model(*model, limits, refusal) ? model : nullptr;
}

}  // namespace

Result<Blob> read(std::span<const std::byte> bytes, const Limits& limits) {
  Refusal refusal;
  if (!check_identifier(bytes, refusal)) return refusal.error();
  if (bytes.size() > limits.memory) {
    refusal.refuse(ErrorCode::Limit, "blob: # bytes, more than the limit on memory", bytes.size());
    return refusal.error();
  }
  Blob blob;
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % alignof(std::uint64_t) != 0) {
    if (!blob.aligned_copy_.make(bytes.size())) {
      refusal.refuse(ErrorCode::Memory, "blob: no memory for # bytes", bytes.size());
      return refusal.error();
    }
    std::memcpy(blob.aligned_copy_.data(), bytes.data(), bytes.size());
    bytes = blob.aligned_copy_;
  }
  blob.model_ = verify(bytes, limits, refusal);
  if (blob.model_ == nullptr) return refusal.error();
  return blob;
}

}  // namespace sentibyte::format
