#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "format/check.h"
#include "format/tensor.h"

namespace sentibyte::format {
namespace {

constexpr std::uint32_t kMostPieces = 65536;  // an id is a uint16

/// A piece is at most a shared 255 bytes and a rest of 255, so all pieces of a table take under 34 MB.
Problem read_pieces(const Tokenizer& tokenizer, std::vector<std::string>& pieces) {
  const auto& bytes = *tokenizer.pieces();
  const auto* data = reinterpret_cast<const char*>(bytes.data());
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < tokenizer.piece_count(); ++i) {
    const auto where = [i] { return at("tokenizer.pieces", i); };
    if (bytes.size() - next < 2) return invalid(where(), "the table ends before it");
    const std::size_t shared = bytes.Get(static_cast<flatbuffers::uoffset_t>(next));
    const std::size_t rest = bytes.Get(static_cast<flatbuffers::uoffset_t>(next + 1));
    next += 2;
    if (rest > bytes.size() - next) return invalid(where(), "the table ends inside it");
    const std::string_view before = pieces.empty() ? std::string_view() : std::string_view(pieces.back());
    if (shared > before.size()) {
      return invalid(where(), "shares " + digits(shared) + " bytes with a piece of " + digits(before.size()));
    }
    std::string piece(before.substr(0, shared));
    piece.append(data + next, rest);
    next += rest;
    if (!is_utf8(piece.data() + shared, rest) || !is_utf8(piece.data(), shared)) return invalid(where(), "not UTF-8");
    if (piece.empty() || (!pieces.empty() && piece <= before)) {
      return invalid(where(), "does not sort after the piece before it");
    }
    pieces.push_back(std::move(piece));
  }
  if (next == bytes.size()) return {};
  return invalid("tokenizer.pieces", digits(bytes.size() - next) + " bytes after the last piece");
}

/// Every word of `to`, split at single spaces, is a piece.
Problem check_target(std::string_view list, std::uint32_t index, std::string_view to,
                     const std::vector<std::string>& pieces) {
  for (std::size_t first = 0; first <= to.size();) {
    const std::size_t end = std::min(to.find(' ', first), to.size());
    const std::string_view word = to.substr(first, end - first);
    const auto found = std::lower_bound(pieces.begin(), pieces.end(), word);
    if (found == pieces.end() || *found != word) {
      return invalid(at(list, index, "to"), "word at byte " + digits(first) + " is not a piece");
    }
    first = end + 1;
  }
  return {};
}

Problem check_rewrites(std::string_view list, const flatbuffers::Vector<flatbuffers::Offset<Rewrite>>* rewrites,
                       const std::vector<std::string>& pieces) {
  if (rewrites == nullptr) return {};
  std::vector<std::string_view> sources;
  for (flatbuffers::uoffset_t i = 0; i < rewrites->size(); ++i) {
    const Rewrite& rewrite = *rewrites->Get(i);
    const std::string_view from = rewrite.from()->string_view();
    if (from.empty()) return invalid(at(list, i, "from"), "empty");
    if (!is_utf8(from.data(), from.size())) return invalid(at(list, i, "from"), "not UTF-8");
    if (auto problem = check_target(list, i, rewrite.to()->string_view(), pieces)) return problem;
    sources.push_back(from);
  }
  std::sort(sources.begin(), sources.end());
  if (std::adjacent_find(sources.begin(), sources.end()) != sources.end()) {
    return invalid(list, "two entries rewrite the same word");
  }
  return {};
}

Problem check_rows(const Model& model, std::uint32_t pieces) {
  const auto& nodes = *model.nodes();
  for (flatbuffers::uoffset_t i = 0; i < nodes.size(); ++i) {
    const auto* embedding = nodes.Get(i)->operation_as_Embedding();
    if (embedding == nullptr) continue;
    const std::uint64_t rows = row_count(*model.tensors()->Get(embedding->pieces()));
    if (rows == pieces) continue;
    return invalid("tokenizer.piece_count", digits(pieces) + " pieces, but " + at("tensors", embedding->pieces()) +
                                                " has " + digits(rows) + " rows");
  }
  return {};
}

}  // namespace

Problem check_tokenizer(const Model& model) {
  if (model.tokenizer() == nullptr) return {};
  const Tokenizer& tokenizer = *model.tokenizer();
  const std::uint32_t count = tokenizer.piece_count();
  if (count == 0 || count > kMostPieces) {
    return invalid("tokenizer.piece_count", digits(count) + ", not 1 to " + digits(kMostPieces));
  }
  if (tokenizer.unknown() >= count) {
    return invalid("tokenizer.unknown", "id " + digits(tokenizer.unknown()) + " of " + digits(count) + " pieces");
  }
  if (auto problem = check_rows(model, count)) return problem;
  std::vector<std::string> pieces;
  if (auto problem = read_pieces(tokenizer, pieces)) return problem;
  if (auto problem = check_rewrites("tokenizer.words", tokenizer.words(), pieces)) return problem;
  return check_rewrites("tokenizer.emoticons", tokenizer.emoticons(), pieces);
}

}  // namespace sentibyte::format
