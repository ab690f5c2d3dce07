#include "support/random_model.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <utility>

#include "format/pack.h"

namespace sentibyte::test {
namespace {

using tests::Random;

constexpr float kOrdinary[] = {1.0F, 0.1F, 10.0F, 1e-3F, 1e3F};
constexpr float kExtreme[] = {1e6F, 1e-6F, 1e12F, 1e-12F, 1e19F, 1e-19F, 1e30F, 1e-30F, 3e38F, 1e-38F, 1e-42F};

/// Draws a graph node by node. Each draw is a statement of its own: as arguments of one call they would be drawn in the
/// order that the compiler likes.
class Drawing {
 public:
  explicit Drawing(Random& random) : random_(random) {}

  format::ModelT draw() {
    model_.name = "random";
    model_.family = "test";
    model_.longest = static_cast<std::uint32_t>(random_.integer(1, 70));
    int8_ = chance(70);
    extremes_ = random_.integer(0, 50);
    std::uint32_t x = tokens();
    for (std::int64_t left = random_.integer(0, 4); left > 0; --left) x = sequence_layer(x);
    x = pool(x);
    for (std::int64_t left = random_.integer(0, 2); left > 0; --left) x = chance(70) ? dense(x, width()) : norm(x);
    answer(x);
    return std::move(model_);
  }

 private:
  using Node = std::unique_ptr<format::NodeT>;

  bool chance(std::int64_t percent) { return random_.integer(1, 100) <= percent; }
  std::uint32_t width() { return static_cast<std::uint32_t>(random_.integer(1, 40)); }
  /// Mostly ordinary, or all answers would be errors.
  float magnitude() {
    return chance(extremes_) ? kExtreme[random_.integer(0, std::size(kExtreme) - 1)]
                             : kOrdinary[random_.integer(0, std::size(kOrdinary) - 1)];
  }
  /// Above 0.
  float scale() {
    const float share = random_.real(0.5F, 1.0F);
    return share * magnitude();
  }

  // --- Tensors and values ---

  std::uint32_t add(std::unique_ptr<format::TensorT> tensor) {
    tensor->name = "t" + std::to_string(model_.tensors.size());
    model_.tensors.push_back(std::move(tensor));
    return static_cast<std::uint32_t>(model_.tensors.size() - 1);
  }
  static std::size_t count(const std::vector<std::uint32_t>& shape) {
    std::size_t product = 1;
    for (const std::uint32_t extent : shape) product *= extent;
    return product;
  }

  std::uint32_t floats(std::vector<std::uint32_t> shape, bool may_be_sparse) {
    auto tensor = std::make_unique<format::TensorT>();
    const float most = magnitude();
    std::vector<float> numbers = random_.reals(count(shape), -1, 1);
    for (float& number : numbers) number *= most;
    // One number far from the rest.
    if (chance(extremes_))
      numbers[static_cast<std::size_t>(random_.integer(0, std::ssize(numbers) - 1))] = -magnitude();
    tensor->shape = std::move(shape);
    tensor->sparse = may_be_sparse && chance(15);
    tensor->data = tensor->sparse ? format::pack_sparse_floats(numbers) : format::pack_floats(numbers);
    return add(std::move(tensor));
  }

  std::uint32_t codes(std::vector<std::uint32_t> shape, bool may_be_asymmetric) {
    auto tensor = std::make_unique<format::TensorT>();
    tensor->element = format::Element_Coded;
    tensor->bits = chance(60) ? 8 : static_cast<std::uint8_t>(random_.integer(2, 8));
    const bool asymmetric = may_be_asymmetric && chance(15);
    const std::int64_t highest = (1 << (tensor->bits - 1)) - 1;
    const std::int64_t lowest = asymmetric || tensor->bits < 8 ? -highest - 1 : -highest;
    const auto numbers = random_.integers<std::int8_t>(count(shape), lowest, highest);
    const std::size_t scales = chance(30) ? 1 : shape[0];
    const float most = magnitude();
    tensor->scales = random_.reals(scales, 0.5F, 1);
    for (float& number : tensor->scales) number *= most / 127;
    for (float& number : tensor->scales) number = std::max(number, 1e-45F);
    if (asymmetric) tensor->zero_points = random_.integers<std::int8_t>(scales, lowest, highest);
    const std::size_t row = numbers.size() / shape[0];
    tensor->sparse = chance(15);
    tensor->data = tensor->sparse ? format::pack_sparse_codes(numbers, row, tensor->bits, tensor->zero_points)
                                  : format::pack_codes(numbers, row, tensor->bits);
    tensor->shape = std::move(shape);
    return add(std::move(tensor));
  }

  std::uint32_t rows(std::vector<std::uint32_t> shape) {
    const bool coded = chance(50);
    return coded ? codes(std::move(shape), true) : floats(std::move(shape), true);
  }
  std::uint32_t matrix(std::vector<std::uint32_t> shape) {
    return int8_ ? codes(std::move(shape), true) : floats(std::move(shape), true);
  }
  std::uint32_t bias(std::uint32_t size) { return floats({size}, false); }
  std::int32_t perhaps_bias(std::uint32_t size) {
    const bool there = chance(70);
    return there ? static_cast<std::int32_t>(bias(size)) : -1;
  }

  std::uint32_t value(bool sequence, std::uint32_t columns) {
    auto made = std::make_unique<format::ValueT>();
    made->name = "v" + std::to_string(model_.values.size());
    made->sequence = sequence;
    made->width = columns;
    const float step = scale();
    const auto zero_point = static_cast<std::uint8_t>(random_.integer(0, 127));
    made->activation = std::make_unique<format::Activation>(std::max(step / 64, 1e-45F), zero_point);
    model_.values.push_back(std::move(made));
    return static_cast<std::uint32_t>(model_.values.size() - 1);
  }
  std::uint32_t width_of(std::uint32_t x) const { return model_.values[x]->width; }
  bool is_sequence(std::uint32_t x) const { return model_.values[x]->sequence; }

  template <class Operation>
  std::uint32_t node(Operation operation, std::vector<std::uint32_t> inputs, bool sequence, std::uint32_t columns) {
    auto made = std::make_unique<format::NodeT>();
    made->operation.Set(std::move(operation));
    made->inputs = std::move(inputs);
    made->output = value(sequence, columns);
    model_.nodes.push_back(std::move(made));
    return model_.nodes.back()->output;
  }

  // --- Layers ---

  std::uint32_t embedding(std::uint32_t columns) {
    format::EmbeddingT op;
    const auto vocabulary = static_cast<std::uint32_t>(random_.integer(1, 50));
    op.pieces = rows({vocabulary, columns});
    if (chance(30)) op.positions = static_cast<std::int32_t>(rows({model_.longest, columns}));
    return node(op, {}, true, columns);
  }

  std::uint32_t ngrams(std::uint32_t columns) {
    format::HashedNgramsT op;
    const auto buckets = std::uint32_t{1} << random_.integer(0, 6);
    op.rows = rows({buckets, columns});
    for (std::uint8_t order = 2; order <= 4; ++order) {
      if (chance(50)) op.orders.push_back(order);
    }
    if (op.orders.empty()) op.orders.push_back(3);
    op.hashes = static_cast<std::uint8_t>(random_.integer(1, 4));
    return node(op, {}, true, columns);
  }

  std::uint32_t tokens() {
    const std::uint32_t columns = width();
    const std::uint32_t pieces = embedding(columns);
    if (chance(60)) return pieces;
    const std::uint32_t hashed = ngrams(columns);
    return chance(50) ? node(format::AddT(), {pieces, hashed}, true, columns)
                      : node(format::ConcatT(), {hashed, pieces, hashed}, true, 3 * columns);
  }

  format::Function function() { return static_cast<format::Function>(random_.integer(0, format::Function_MAX)); }

  std::uint32_t dense(std::uint32_t x, std::uint32_t columns) {
    format::DenseT op;
    const bool real = chance(15);
    op.weight = real ? floats({columns, width_of(x)}, true) : matrix({columns, width_of(x)});
    op.bias = perhaps_bias(columns);
    op.function = function();
    return node(op, {x}, is_sequence(x), columns);
  }

  std::uint32_t conv(std::uint32_t x, std::uint32_t columns) {
    format::Conv1dT op;
    const auto size = static_cast<std::uint32_t>(2 * random_.integer(0, 3) + 1);
    op.weight = matrix({columns, size, width_of(x)});
    op.bias = perhaps_bias(columns);
    op.function = function();
    return node(op, {x}, true, columns);
  }

  std::uint32_t rnn(std::uint32_t x, std::uint32_t columns) {
    format::SimpleRnnT op;
    op.input = matrix({columns, width_of(x)});
    op.recurrent = matrix({columns, columns});
    op.bias = perhaps_bias(columns);
    op.reverse = chance(50);
    return node(op, {x}, true, columns);
  }

  std::uint32_t gru(std::uint32_t x, std::uint32_t columns) {
    format::GruT op;
    op.input = matrix({3 * columns, width_of(x)});
    op.recurrent = matrix({3 * columns, columns});
    op.input_bias = bias(3 * columns);
    op.recurrent_bias = bias(3 * columns);
    op.reverse = chance(50);
    return node(op, {x}, true, columns);
  }

  std::uint32_t attention(std::uint32_t x) {
    format::SelfAttentionT op;
    op.heads = static_cast<std::uint32_t>(random_.integer(1, 4));
    const auto depth = static_cast<std::uint32_t>(random_.integer(1, 20));
    const std::uint32_t columns = op.heads * depth;
    const std::uint32_t joined = dense(x, 3 * columns);
    return node(op, {joined}, true, columns);
  }

  std::uint32_t norm(std::uint32_t x) {
    format::LayerNormT op;
    op.gamma = bias(width_of(x));
    op.beta = bias(width_of(x));
    op.epsilon = std::max(scale(), 1e-45F);
    return node(op, {x}, is_sequence(x), width_of(x));
  }

  std::uint32_t sequence_layer(std::uint32_t x) {
    const std::uint32_t columns = width();
    switch (random_.integer(0, 7)) {
      case 0:
        return dense(x, columns);
      case 1:
        return conv(x, columns);
      case 2:
        return rnn(x, columns);
      case 3:
        return gru(x, columns);
      case 4:
        return norm(x);
      case 5: {
        const std::uint32_t other = dense(x, width_of(x));
        return node(format::AddT(), {x, other}, true, width_of(x));
      }
      default:
        return attention(x);
    }
  }

  std::uint32_t pool(std::uint32_t x) {
    format::PoolT op;
    op.kind = static_cast<format::Pooling>(random_.integer(0, format::Pooling_MAX));
    if (op.kind != format::Pooling_Attention) return node(op, {x}, false, width_of(x));
    const std::uint32_t weights = dense(x, 1);
    return node(op, {x, weights}, false, width_of(x));
  }

  void answer(std::uint32_t x) {
    auto output = std::make_unique<format::OutputT>();
    const std::int64_t classes = random_.integer(2, 5);
    for (std::int64_t i = 0; i < classes; ++i) output->classes.push_back("c" + std::to_string(i));
    output->logits = dense(x, static_cast<std::uint32_t>(classes));
    if (chance(50)) output->score = static_cast<std::int32_t>(dense(x, 1));
    output->temperature = std::max(scale(), 1e-45F);
    model_.output = std::move(output);
  }

  Random& random_;
  format::ModelT model_;
  bool int8_ = false;
  std::int64_t extremes_ = 0;  // percent
};

}  // namespace

format::ModelT random_model(Random& random) { return Drawing(random).draw(); }

std::vector<std::vector<std::uint16_t>> random_texts(Random& random, std::uint32_t longest, std::uint32_t vocabulary) {
  std::vector<std::vector<std::uint16_t>> texts;
  for (const std::uint32_t most : {1U, longest, longest, longest}) {
    const std::int64_t length = random.integer(most == 1 ? 1 : 0, most);
    texts.push_back(random.integers<std::uint16_t>(static_cast<std::size_t>(length), 0, vocabulary - 1));
  }
  return texts;
}

}  // namespace sentibyte::test
