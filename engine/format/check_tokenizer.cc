#include <algorithm>
#include <string_view>

#include "format/array.h"
#include "format/check.h"
#include "format/operations.h"
#include "format/tensor.h"

namespace sentibyte::format {
namespace {

constexpr std::uint32_t kMostPieces = 65536;  // an id is a uint16

// What a reader of text may have to look at for one of its characters, and what one word of it may become. In bytes;
// the TypeScript reader (web/lib/tokenizer/blob.ts) has the same.
constexpr std::size_t kLongestWord = 128;
constexpr std::size_t kLongestEmoticon = 32;
constexpr std::size_t kLongestTarget = 255;
constexpr std::size_t kMostTargets = 16;

constexpr char kNoMemory[] = "tokenizer: no memory to check it";

/// All pieces in order. One is at most a shared 255 bytes and a rest of 255, so their letters take under 34 MB.
class Pieces {
 public:
  /// Room for `most` pieces of `letters` bytes together.
  [[nodiscard]] bool make(std::size_t most, std::size_t letters) { return ends_.make(most) && letters_.make(letters); }

  std::size_t size() const { return size_; }

  std::string_view operator[](std::size_t index) const {
    const std::size_t first = index == 0 ? 0 : ends_[index - 1];
    return {&letters_[first], ends_[index] - first};
  }
  std::string_view last() const { return size() == 0 ? std::string_view() : (*this)[size() - 1]; }

  /// The first `shared` letters of the last piece, then `rest`.
  void add(std::size_t shared, std::string_view rest) {
    const std::string_view before = last();
    char* const to = letters_.data() + (size_ == 0 ? 0 : ends_[size_ - 1]);
    std::copy_n(rest.begin(), rest.size(), std::copy_n(before.begin(), shared, to));
    ends_[size_] = static_cast<std::size_t>(to - letters_.data()) + shared + rest.size();
    ++size_;
  }

  bool has(std::string_view word) const {
    std::size_t first = 0;
    for (std::size_t count = size(); count > 0;) {
      const std::size_t half = count / 2;
      const int order = (*this)[first + half].compare(word);
      if (order == 0) return true;
      if (order < 0) first += half + 1;
      count = order < 0 ? count - half - 1 : half;
    }
    return false;
  }

 private:
  Array<char> letters_;
  Array<std::size_t> ends_;
  std::size_t size_ = 0;
};

/// The letters of all pieces, as far as the table goes: what it says of each may still be wrong.
std::size_t count_letters(const Tokenizer& tokenizer) {
  const auto& table = *tokenizer.pieces();
  std::size_t letters = 0;
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < tokenizer.piece_count() && at + 1 < table.size(); ++i) {
    letters += std::size_t{table.data()[at]} + table.data()[at + 1];
    at += 2 + std::size_t{table.data()[at + 1]};
  }
  return letters;
}

bool read_pieces(const Tokenizer& tokenizer, Pieces& pieces, Refusal& refusal) {
  const auto& bytes = *tokenizer.pieces();
  const auto* data = reinterpret_cast<const char*>(bytes.data());
  std::size_t left = bytes.size();
  for (std::uint32_t i = 0; i < tokenizer.piece_count(); ++i) {
    if (left < 2) return refusal.refuse("tokenizer.pieces[#]: the table ends before it", i);
    const std::size_t shared = static_cast<std::uint8_t>(data[0]);
    const std::size_t rest = static_cast<std::uint8_t>(data[1]);
    data += 2;
    left -= 2;
    if (rest > left) return refusal.refuse("tokenizer.pieces[#]: the table ends inside it", i);
    const std::size_t before = pieces.last().size();
    if (shared > before) {
      return refusal.refuse("tokenizer.pieces[#]: shares # bytes with a piece of #", i, shared, before);
    }
    pieces.add(shared, {data, rest});
    data += rest;
    left -= rest;
    const std::string_view piece = pieces.last();
    if (!is_utf8(piece.substr(shared)) || !is_utf8(piece.substr(0, shared))) {
      return refusal.refuse("tokenizer.pieces[#]: not UTF-8", i);
    }
    if (piece.empty() || (i > 0 && piece <= pieces[i - 1])) {
      return refusal.refuse("tokenizer.pieces[#]: does not sort after the piece before it", i);
    }
  }
  return left == 0 || refusal.refuse("tokenizer.pieces: # bytes after the last piece", left);
}

/// Calls `see(word)` for each word of `words`, which single spaces part, until it says false.
template <typename See>
bool each_word(std::string_view words, See see) {
  for (std::size_t first = 0; first <= words.size();) {
    const std::size_t end = std::min(words.find(' ', first), words.size());
    if (!see(words.substr(first, end - first))) return false;
    first = end + 1;
  }
  return true;
}

/// Every word of `to` is a piece, and there are not too many.
bool check_target(const Entry& entry, std::string_view to, const Pieces& pieces) {
  if (to.size() > kLongestTarget) return entry.refuse("to", "# bytes, more than #", to.size(), kLongestTarget);
  std::size_t count = 0;
  return each_word(to, [&](std::string_view piece) {
    if (!pieces.has(piece))
      return entry.refuse("to", "word at byte # is not a piece", static_cast<std::size_t>(piece.data() - to.data()));
    return ++count <= kMostTargets || entry.refuse("to", "more than # pieces", kMostTargets);
  });
}

using Rewrites = flatbuffers::Vector<flatbuffers::Offset<Rewrite>>;

/// Each word is rewritten once. With the bound on its length that also bounds all work by the blob's size: entries that
/// share their bytes are the same words, so what is looked at after this has bytes of its own.
bool check_sources(const char* list, const Rewrites& rewrites, std::size_t longest, Refusal& refusal) {
  std::size_t count = 0;
  for (const Rewrite* rewrite : rewrites) {
    const std::string_view from = rewrite->from()->string_view();
    count += 1 + static_cast<std::size_t>(std::count(from.begin(), from.end(), ' '));
  }
  Array<std::string_view> sources;
  if (!sources.make(count)) return refusal.refuse(ErrorCode::Memory, kNoMemory);
  std::size_t next = 0;
  for (flatbuffers::uoffset_t i = 0; i < rewrites.size(); ++i) {
    const Entry entry{refusal, list, i};
    const bool fits = each_word(rewrites.Get(i)->from()->string_view(), [&](std::string_view word) {
      if (word.empty()) return entry.refuse("from", "empty");
      if (word.size() > longest) return entry.refuse("from", "# bytes, more than #", word.size(), longest);
      if (!is_utf8(word)) return entry.refuse("from", "not UTF-8");
      sources[next++] = word;
      return true;
    });
    if (!fits) return false;
  }
  // Heapsort: a quarter of the code of std::sort.
  std::make_heap(sources.begin(), sources.end());
  std::sort_heap(sources.begin(), sources.end());
  if (std::adjacent_find(sources.begin(), sources.end()) == sources.end()) return true;
  std::string text(list);
  text += ": a word is rewritten twice";
  return refusal.refuse(text.c_str());
}

bool check_rewrites(const char* list, const Rewrites* rewrites, std::size_t longest, const Pieces& pieces,
                    Refusal& refusal) {
  if (rewrites == nullptr) return true;
  if (!check_sources(list, *rewrites, longest, refusal)) return false;
  for (flatbuffers::uoffset_t i = 0; i < rewrites->size(); ++i) {
    if (!check_target({refusal, list, i}, rewrites->Get(i)->to()->string_view(), pieces)) return false;
  }
  return true;
}

bool check_rows(const Model& model, std::uint32_t pieces, Refusal& refusal) {
  bool fits = true;
  for_each_tensor(model, [&](const TensorUse& use) {
    if (!fits || use.role != TensorRole::Pieces) return;
    const std::size_t rows = row_count(*model.tensors()->Get(use.tensor));
    if (rows == pieces) return;
    fits = refusal.refuse("tokenizer.piece_count: # pieces, but tensors[#] has # rows", pieces, use.tensor, rows);
  });
  return fits;
}

}  // namespace

bool check_tokenizer(const Model& model, Refusal& refusal) {
  if (model.tokenizer() == nullptr) return true;
  const Tokenizer& tokenizer = *model.tokenizer();
  const std::uint32_t count = tokenizer.piece_count();
  if (count == 0 || count > kMostPieces) {
    return refusal.refuse("tokenizer.piece_count: #, not 1 to #", count, kMostPieces);
  }
  if (tokenizer.unknown() >= count) {
    return refusal.refuse("tokenizer.unknown: id # of # pieces", tokenizer.unknown(), count);
  }
  if (!(tokenizer.readable() >= 0.0F && tokenizer.readable() <= 1.0F)) {
    return refusal.refuse("tokenizer.readable: not 0 to 1");
  }
  Pieces pieces;
  if (!pieces.make(count, count_letters(tokenizer))) return refusal.refuse(ErrorCode::Memory, kNoMemory);
  return check_rows(model, count, refusal) && read_pieces(tokenizer, pieces, refusal) &&
         check_rewrites("tokenizer.words", tokenizer.words(), kLongestWord, pieces, refusal) &&
         check_rewrites("tokenizer.emoticons", tokenizer.emoticons(), kLongestEmoticon, pieces, refusal);
}

}  // namespace sentibyte::format
