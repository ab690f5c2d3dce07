// What the verifier leaves open: its offsets may name the same bytes again and again, or leave bytes that nobody names.
#include <algorithm>
#include <cstdint>

#include "format/check.h"

namespace sentibyte::format {
namespace {

/// Bytes that strings, vectors and tables may have together, for each byte of the blob: some writers share a string
/// between two fields.
constexpr std::uint64_t kShares = 2;

/// Bytes after the last one that is named: padding.
constexpr std::size_t kMostPadding = 64;

/// Counts what is walked, each time that it is named, and where the last of it ends.
class Walk {
 public:
  explicit Walk(const void* blob) : first_(static_cast<const std::uint8_t*>(blob)) {}

  std::uint64_t bytes() const { return bytes_; }
  std::size_t end() const { return end_; }

  void string(const flatbuffers::String* string) {
    if (string != nullptr) take(string, sizeof(flatbuffers::uoffset_t) + string->size() + 1);
  }
  template <class Item>
  void vector(const flatbuffers::Vector<Item>* vector) {
    if (vector != nullptr) take(vector, sizeof(flatbuffers::uoffset_t) + std::uint64_t{vector->size()} * sizeof(Item));
  }
  template <class Item>
  void strings(const flatbuffers::Vector<flatbuffers::Offset<Item>>* list) {
    vector(list);
    for (flatbuffers::uoffset_t i = 0; list != nullptr && i < list->size(); ++i) string(list->Get(i));
  }
  /// A list of tables, each of which then goes to `see`.
  template <class Item, class See>
  void tables(const flatbuffers::Vector<flatbuffers::Offset<Item>>* list, See see) {
    vector(list);
    for (flatbuffers::uoffset_t i = 0; list != nullptr && i < list->size(); ++i) {
      table(list->Get(i));
      see(*list->Get(i));
    }
  }
  /// Tables share the description of their fields, so that one only counts for the end.
  void table(const void* address) {
    const auto* fields = static_cast<const flatbuffers::Table*>(address)->GetVTable();
    take(address, flatbuffers::ReadScalar<flatbuffers::voffset_t>(fields + sizeof(flatbuffers::voffset_t)));
    end_ = std::max(end_, place(fields) + flatbuffers::ReadScalar<flatbuffers::voffset_t>(fields));
  }

 private:
  std::size_t place(const void* address) const {
    return static_cast<std::size_t>(static_cast<const std::uint8_t*>(address) - first_);
  }
  void take(const void* address, std::uint64_t bytes) {
    bytes_ += bytes;
    end_ = std::max(end_, place(address) + static_cast<std::size_t>(bytes));
  }

  const std::uint8_t* first_;
  std::uint64_t bytes_ = 0;
  std::size_t end_ = 0;
};

void walk_graph(const Model& model, Walk& walk) {
  walk.tables(model.tensors(), [&walk](const Tensor& tensor) {
    walk.string(tensor.name());
    walk.vector(tensor.shape());
    walk.vector(tensor.data());
    walk.vector(tensor.scales());
    walk.vector(tensor.zero_points());
  });
  walk.tables(model.values(), [&walk](const Value& value) { walk.string(value.name()); });
  walk.tables(model.nodes(), [&walk](const Node& node) {
    walk.vector(node.inputs());
    if (node.operation_type() > Operation_MAX) return;  // its table is not verified, and check_nodes refuses it
    if (node.operation_type() != Operation_NONE) walk.table(node.operation());
    if (const HashedNgrams* ngrams = node.operation_as_HashedNgrams()) walk.vector(ngrams->orders());
  });
  walk.table(model.output());
  walk.strings(model.output()->classes());
}

void walk_texts(const Model& model, Walk& walk) {
  walk.string(model.name());
  walk.string(model.family());
  walk.tables(model.provenance(), [&walk](const Fact& fact) {
    walk.string(fact.key());
    walk.string(fact.value());
  });
  const Tokenizer* tokenizer = model.tokenizer();
  if (tokenizer == nullptr) return;
  walk.table(tokenizer);
  walk.vector(tokenizer->pieces());
  for (const auto* rewrites : {tokenizer->words(), tokenizer->emoticons()}) {
    walk.tables(rewrites, [&walk](const Rewrite& rewrite) {
      walk.string(rewrite.from());
      walk.string(rewrite.to());
    });
  }
}

}  // namespace

bool check_bytes(const Model& model, std::span<const std::byte> blob, Refusal& refusal) {
  Walk walk(blob.data());
  walk.table(&model);
  walk_graph(model, walk);
  walk_texts(model, walk);
  if (walk.bytes() / kShares > blob.size()) {
    return refusal.refuse("blob: its parts share their bytes; together they would have more than # times its #",
                          kShares, blob.size());
  }
  // What a newer writer put there, this reader cannot know.
  if (model.format_minor() > kMinor || blob.size() <= walk.end() + kMostPadding) return true;
  return refusal.refuse("blob: # bytes behind the last part of the model", blob.size() - walk.end());
}

}  // namespace sentibyte::format
