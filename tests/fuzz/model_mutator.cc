#include "fuzz/model_mutator.h"

#include <cmath>
#include <cstring>
#include <iterator>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "format/check.h"
#include "support/random_model.h"
#include "support/write.h"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t most);

namespace sentibyte::fuzz {
namespace {

using tests::Random;

class Mutation {
 public:
  Mutation(format::ModelT& model, Random& random) : model_(model), random_(random) {}

  void run() {
    switch (random_.integer(0, 9)) {
      case 0:
      case 1:
      case 2:
        return with(model_.tensors, &Mutation::tensor);
      case 3:
        return with(model_.values, &Mutation::value);
      case 4:
      case 5:
      case 6:
        return with(model_.nodes, &Mutation::node);
      case 7:
        return output();
      case 8:
        return tokenizer();
      default:
        return lists();
    }
  }

 private:
  template <class Item>
  void with(std::vector<std::unique_ptr<Item>>& items, void (Mutation::*change)(Item&)) {
    if (!items.empty()) (this->*change)(*pick(items));
  }
  template <class Item>
  Item& pick(std::vector<Item>& items) {
    return items[static_cast<std::size_t>(random_.integer(0, std::ssize(items) - 1))];
  }

  /// Near the old one, small, or at an end of its type.
  template <class Number>
  void number(Number& x) {
    switch (random_.integer(0, 3)) {
      case 0:
        x = static_cast<Number>(std::int64_t{x} + random_.integer(-2, 2));
        break;
      case 1:
        x = static_cast<Number>(random_.integer(0, 9));
        break;
      case 2:
        x = std::numeric_limits<Number>::max();
        break;
      default:
        x = static_cast<Number>(std::int64_t{1} << random_.integer(0, 20));
    }
  }
  void number(float& x) {
    static constexpr float kOdd[] = {0,  -1, 1e-45F, 1e-38F, 1e30F, 3.4e38F, std::numeric_limits<float>::infinity(),
                                     NAN};
    x = kOdd[random_.integer(0, std::size(kOdd) - 1)];
  }
  /// One number more, one less, or another one.
  template <class Number>
  void numbers(std::vector<Number>& list) {
    const std::int64_t kind = random_.integer(0, 3);
    if (kind == 0 || list.empty()) {
      list.push_back(Number{1});
    } else if (kind == 1) {
      list.pop_back();
    } else {
      number(pick(list));
    }
  }

  void tensor(format::TensorT& tensor) {
    switch (random_.integer(0, 7)) {
      case 0:
        return numbers(tensor.shape);
      case 1:
        return numbers(tensor.scales);
      case 2:
        return numbers(tensor.zero_points);
      case 3:
        tensor.bits = static_cast<std::uint8_t>(random_.integer(0, 9));
        break;
      case 4:
        tensor.sparse = !tensor.sparse;
        break;
      case 5:
        tensor.element = static_cast<format::Element>(random_.integer(0, 2));
        break;
      case 6:
        return numbers(tensor.data);
      default:
        if (!tensor.data.empty()) LLVMFuzzerMutate(tensor.data.data(), tensor.data.size(), tensor.data.size());
    }
  }

  void value(format::ValueT& value) {
    switch (random_.integer(0, 3)) {
      case 0:
        return number(value.width);
      case 1:
        value.sequence = !value.sequence;
        break;
      case 2:
        value.activation.reset();
        break;
      default: {
        float scale = 1;
        number(scale);
        const auto zero_point = static_cast<std::uint8_t>(random_.integer(0, 130));
        value.activation = std::make_unique<format::Activation>(scale, zero_point);
      }
    }
  }

  void node(format::NodeT& node) {
    switch (random_.integer(0, 3)) {
      case 0:
        return numbers(node.inputs);
      case 1:
        return number(node.output);
      default:
        return operation(node.operation);
    }
  }

  void tensor_or_none(std::int32_t& index) {
    index = static_cast<std::int32_t>(random_.integer(-2, std::ssize(model_.tensors)));
  }
  void tensor_index(std::uint32_t& index) {
    index = static_cast<std::uint32_t>(random_.integer(0, std::ssize(model_.tensors)));
  }
  /// One of a table's fields, by chance.
  template <class... Change>
  void one_of(Change... changes) {
    std::int64_t left = random_.integer(0, static_cast<std::int64_t>(sizeof...(changes)) - 1);
    ((left-- == 0 ? changes() : void()), ...);
  }

  void operation(format::OperationUnion& union_) {
    switch (union_.type) {
      case format::Operation_Embedding: {
        auto& op = *union_.AsEmbedding();
        return one_of([&] { tensor_index(op.pieces); }, [&] { tensor_or_none(op.positions); });
      }
      case format::Operation_HashedNgrams: {
        auto& op = *union_.AsHashedNgrams();
        return one_of([&] { tensor_index(op.rows); }, [&] { numbers(op.orders); }, [&] { number(op.hashes); });
      }
      case format::Operation_Dense: {
        auto& op = *union_.AsDense();
        return one_of([&] { tensor_index(op.weight); }, [&] { tensor_or_none(op.bias); }, [&] { any(op.function); });
      }
      case format::Operation_Conv1d: {
        auto& op = *union_.AsConv1d();
        return one_of([&] { tensor_index(op.weight); }, [&] { tensor_or_none(op.bias); }, [&] { any(op.function); });
      }
      case format::Operation_SimpleRnn: {
        auto& op = *union_.AsSimpleRnn();
        return one_of([&] { tensor_index(op.input); }, [&] { tensor_index(op.recurrent); },
                      [&] { tensor_or_none(op.bias); }, [&] { op.reverse = !op.reverse; });
      }
      case format::Operation_Gru: {
        auto& op = *union_.AsGru();
        return one_of([&] { tensor_index(op.input); }, [&] { tensor_index(op.recurrent); },
                      [&] { tensor_index(op.input_bias); }, [&] { tensor_index(op.recurrent_bias); },
                      [&] { op.reverse = !op.reverse; });
      }
      case format::Operation_SelfAttention:
        return number(union_.AsSelfAttention()->heads);
      case format::Operation_LayerNorm: {
        auto& op = *union_.AsLayerNorm();
        return one_of([&] { tensor_index(op.gamma); }, [&] { tensor_index(op.beta); }, [&] { number(op.epsilon); });
      }
      case format::Operation_Pool:
        return any(union_.AsPool()->kind);
      default:  // nothing but its inputs
        union_.Set(format::AddT());
    }
  }
  template <class Enum>
  void any(Enum& x) {
    x = static_cast<Enum>(random_.integer(0, 4));
  }

  void output() {
    auto& output = *model_.output;
    one_of([&] { number(output.logits); }, [&] { number(output.score); }, [&] { number(output.temperature); },
           [&] { output.classes.push_back(output.classes.empty() ? "a" : output.classes.back() + "a"); },
           [&] {
             if (!output.classes.empty()) output.classes.pop_back();
           },
           [&] { number(model_.longest); });
  }

  void tokenizer() {
    if (model_.tokenizer == nullptr) {
      model_.tokenizer = std::make_unique<format::TokenizerT>();
      model_.tokenizer->pieces = {0, 1, 'a', 0, 1, 'b'};
      model_.tokenizer->piece_count = 2;
      return;
    }
    auto& tokenizer = *model_.tokenizer;
    one_of([&] { number(tokenizer.unknown); }, [&] { number(tokenizer.readable); },
           [&] { number(tokenizer.piece_count); }, [&] { numbers(tokenizer.pieces); },
           [&] {
             tokenizer.words.push_back(std::make_unique<format::RewriteT>());
             tokenizer.words.back()->from = std::string(static_cast<std::size_t>(random_.integer(0, 130)), 'w');
             tokenizer.words.back()->to = random_.integer(0, 1) == 0 ? "a" : "a a";
           },
           [&] { std::swap(tokenizer.words, tokenizer.emoticons); });
  }

  /// An entry gone, doubled, or in another's place.
  void lists() {
    switch (random_.integer(0, 3)) {
      case 0:
        if (!model_.nodes.empty()) {
          auto& one = pick(model_.nodes);
          auto& other = pick(model_.nodes);
          std::swap(one, other);
        }
        break;
      case 1:
        if (!model_.nodes.empty()) model_.nodes.push_back(std::make_unique<format::NodeT>(*pick(model_.nodes)));
        break;
      case 2:
        if (!model_.tensors.empty()) model_.tensors.pop_back();
        break;
      default:
        if (!model_.values.empty()) model_.values.push_back(std::make_unique<format::ValueT>(*pick(model_.values)));
    }
  }

  format::ModelT& model_;
  Random& random_;
};

/// The model in `bytes`; null where they hold none that is safe to take apart.
std::unique_ptr<format::ModelT> unpacked(std::span<const std::uint8_t> bytes) {
  if (bytes.size() < 12) return nullptr;
  std::vector<std::uint64_t> aligned((bytes.size() + 7) / 8);
  auto* data = reinterpret_cast<std::uint8_t*>(aligned.data());
  std::memcpy(data, bytes.data(), bytes.size());
  flatbuffers::Verifier verifier(data, bytes.size(), 8, 10'000);
  if (!format::VerifyModelBuffer(verifier)) return nullptr;
  format::Refusal refusal;
  if (!format::check_bytes(*format::GetModel(data), std::as_bytes(std::span(data, bytes.size())), refusal)) {
    return nullptr;
  }
  std::unique_ptr<format::ModelT> model(format::GetModel(data)->UnPack());
  // What is no operation of the schema cannot be written again.
  for (const auto& node : model->nodes) {
    if (node->operation.value == nullptr) node->operation.Set(format::AddT());
  }
  return model;
}

}  // namespace

void mutate(format::ModelT& model, tests::Random& random) { Mutation(model, random).run(); }

std::size_t mutate_blob(std::uint8_t* data, std::size_t size, std::size_t most, std::uint32_t seed) {
  Random random(seed);
  const std::int64_t kind = random.integer(0, 19);
  if (kind == 0) return LLVMFuzzerMutate(data, size, most);
  auto model = kind == 1 ? nullptr : unpacked({data, size});
  if (model == nullptr) {
    model = std::make_unique<format::ModelT>(test::random_model(random));
  } else {
    for (std::int64_t left = random.integer(1, 3); left > 0; --left) mutate(*model, random);
  }
  const std::vector<std::byte> blob = test::write(*model);
  if (blob.size() > most) return LLVMFuzzerMutate(data, size, most);
  std::memcpy(data, blob.data(), blob.size());
  return blob.size();
}

}  // namespace sentibyte::fuzz
