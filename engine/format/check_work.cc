// What the longest text would cost, counted before anything of it is paid.
#include <algorithm>

#include "format/check.h"
#include "format/operations.h"
#include "format/tensor.h"
#include "format/work.h"

namespace sentibyte::format {
namespace {

/// A count that stops at the largest number instead of starting again from 0.
class Steps {
 public:
  constexpr Steps(std::uint64_t count) : count_(count) {}

  constexpr std::uint64_t count() const { return count_; }

  friend constexpr Steps operator+(Steps a, Steps b) {
    std::uint64_t sum = 0;
    return __builtin_add_overflow(a.count_, b.count_, &sum) ? kMost : sum;
  }
  friend constexpr Steps operator*(Steps a, Steps b) {
    std::uint64_t product = 0;
    return __builtin_mul_overflow(a.count_, b.count_, &product) ? kMost : product;
  }

 private:
  static constexpr std::uint64_t kMost = UINT64_MAX;
  std::uint64_t count_;
};

// A step is one multiplication and addition in a matrix. The other weights make what a step takes alike for every
// operation: measured in WebAssembly, 0.02 to 1 ns in the version scalar, at most 0.7 ns in simd.
constexpr std::uint64_t kElement = 8;  ///< a number that is read, summed, rounded, or goes through a function
constexpr std::uint64_t kRow = 128;    ///< a row that a kernel begins
constexpr std::uint64_t kState = 4;    ///< a multiplication by a row alone, as long as there is no other to go with it

/// Columns come eight at a time.
constexpr std::uint64_t whole_panels(std::uint64_t columns) { return (columns + 7) / 8 * 8; }

class NodeWork {
 public:
  NodeWork(const Model& model, const Node& node, std::uint64_t tokens)
      : model_(model), node_(node), tokens_(tokens), output_(*model.values()->Get(node.output())) {}

  Steps steps() const {
    Steps sum = rows(output_) * kRow + elements() * kElement;
    for (const TensorField& field : spec_of(node_.operation_type()).tensors) {
      const std::int64_t index = tensor_index(node_, field);
      if (index < 0 || !is_multiplied(field.role)) continue;
      const Tensor& matrix = *model_.tensors()->Get(static_cast<flatbuffers::uoffset_t>(index));
      const Steps products = Steps(whole_panels(row_count(matrix))) * row_size(matrix);
      sum = sum + rows(output_) * products * (field.role == TensorRole::State ? kState : 1);
    }
    if (node_.operation_type() != Operation_SelfAttention) return sum;
    // Per head and pair of tokens: a product of their depths, and one more to sum the values.
    return sum + pairs() * 2 * whole_panels(output_.width() / heads()) + rows(output_) * heads() * 2 * kRow;
  }

 private:
  Steps rows(const Value& value) const { return value.sequence() ? tokens_ : 1; }
  Steps size(const Value& value) const { return rows(value) * whole_panels(value.width()); }
  std::uint32_t heads() const { return node_.operation_as_SelfAttention()->heads(); }
  Steps pairs() const { return Steps(heads()) * tokens_ * whole_panels(tokens_); }

  Steps elements() const {
    Steps sum = size(output_);
    if (node_.inputs() != nullptr) {
      for (const std::uint32_t input : *node_.inputs()) sum = sum + size(*model_.values()->Get(input));
    }
    switch (node_.operation_type()) {
      case Operation_HashedNgrams: {
        const auto& op = *node_.operation_as_HashedNgrams();
        return sum * op.orders()->size() * op.hashes();
      }
      case Operation_SelfAttention:
        return sum + pairs();
      case Operation_Embedding:  // two tables, perhaps packed
      case Operation_SimpleRnn:
        return sum * 2;
      case Operation_LayerNorm:  // three passes
      case Operation_Gru:        // three gates
        return sum * 3;
      default:
        return sum;
    }
  }

  const Model& model_;
  const Node& node_;
  std::uint64_t tokens_;
  const Value& output_;
};

}  // namespace

std::uint64_t steps_of(const Model& model, const Node& node, std::uint32_t tokens) {
  return NodeWork(model, node, tokens).steps().count();
}

bool check_work(const Model& model, const Limits& limits, Refusal& refusal) {
  constexpr std::uint64_t kMillion = 1'000'000;
  const std::uint32_t tokens = std::min(model.longest(), limits.longest);
  Steps sum = 0;
  for (flatbuffers::uoffset_t i = 0; i < model.nodes()->size(); ++i) {
    const Node& node = *model.nodes()->Get(i);
    sum = sum + steps_of(model, node, tokens);
    if (sum.count() <= limits.work) continue;
    std::string text("nodes[#]: ");
    text += EnumNameOperation(node.operation_type());
    text += " brings a text of # tokens to # million steps, more than the limit on work of #";
    const auto millions = [](std::uint64_t steps) {
      return static_cast<std::size_t>(std::min<std::uint64_t>(steps / kMillion, SIZE_MAX));
    };
    return refusal.refuse(ErrorCode::Limit, text.c_str(), i, tokens, millions(sum.count()), millions(limits.work));
  }
  return true;
}

}  // namespace sentibyte::format
