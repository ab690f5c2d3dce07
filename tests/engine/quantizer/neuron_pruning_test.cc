#include "quantizer/pruning/neuron_pruning.h"

#include <memory>

#include <gtest/gtest.h>

#include "fixtures.h"
#include "quantizer/report/comparison.h"

namespace sentibyte::quantizer {
namespace {

/// A float model: ids -> embedding of two numbers -> three ReLU neurons -> pool -> three logits.
class TinyModel {
 public:
  TinyModel() {
    model_.name = "tiny";
    model_.family = "dense";
    const auto pieces = tensor("pieces", {2, 2}, {1.0F, 0.0F, 0.0F, 1.0F});
    const auto hidden = tensor("hidden", {3, 2}, {1.0F, 1.0F, 0.1F, 0.1F, 2.0F, 2.0F});
    const auto bias = tensor("hidden.bias", {3}, {0.5F, 0.25F, -0.5F});
    const auto logits = tensor("logits", {3, 3}, {1.0F, 1.0F, 1.0F, 0.0F, 1.0F, -1.0F, 1.0F, 0.0F, 2.0F});
    const auto words = value("words", true, 2);
    const auto neurons = value("neurons", true, 3);
    const auto pooled = value("pooled", false, 3);
    const auto output = value("output", false, 3);
    format::EmbeddingT embedding;
    embedding.pieces = pieces;
    node(std::move(embedding), {}, words);
    node(dense(hidden, static_cast<std::int32_t>(bias), format::Function_Relu), {words}, neurons);
    format::PoolT pool;
    pool.kind = format::Pooling_Max;
    node(std::move(pool), {neurons}, pooled);
    node(dense(logits, -1, format::Function_None), {pooled}, output);
    model_.output = std::make_unique<format::OutputT>();
    model_.output->classes = {"negative", "neutral", "positive"};
    model_.output->logits = output;
  }

  format::ModelT& model() { return model_; }

  Network open() const {
    const std::vector<std::uint8_t> blob = write_blob(model_);
    auto network = open_network(std::as_bytes(std::span(blob)));
    EXPECT_TRUE(network.ok()) << (network.ok() ? "" : network.error().message);
    return std::move(network).value();
  }

 private:
  std::uint32_t tensor(const char* name, std::vector<std::uint32_t> shape, std::vector<float> numbers) {
    auto made = std::make_unique<format::TensorT>();
    made->name = name;
    made->shape = std::move(shape);
    write_floats(*made, numbers);
    model_.tensors.push_back(std::move(made));
    return static_cast<std::uint32_t>(model_.tensors.size() - 1);
  }

  std::uint32_t value(const char* name, bool sequence, std::uint32_t width) {
    auto made = std::make_unique<format::ValueT>();
    made->name = name;
    made->sequence = sequence;
    made->width = width;
    made->range = std::make_unique<format::Range>(-1.0F, 1.0F);
    model_.values.push_back(std::move(made));
    return static_cast<std::uint32_t>(model_.values.size() - 1);
  }

  static format::DenseT dense(std::uint32_t weight, std::int32_t bias, format::Function function) {
    format::DenseT made;
    made.weight = weight;
    made.bias = bias;
    made.function = function;
    return made;
  }

  template <class Operation>
  void node(Operation operation, std::vector<std::uint32_t> inputs, std::uint32_t output) {
    auto made = std::make_unique<format::NodeT>();
    made->operation.Set(std::move(operation));
    made->inputs = std::move(inputs);
    made->output = output;
    model_.nodes.push_back(std::move(made));
  }

  format::ModelT model_;
};

using Floats = std::vector<float>;

TEST(PruneNeurons, RowBiasAndColumnsOfTheWeakestGoTogether) {
  // |row| * |column|: 1.41 * 1.41 = 2.0, 0.14 * 1.41 = 0.2, 2.83 * 2.45 = 6.9. The second neuron is the weakest.
  Network network = TinyModel().open();
  const auto pruned = prune_neurons(network, 0.34);
  ASSERT_EQ(pruned.size(), 1U);
  EXPECT_EQ(pruned[0].value, "neurons");
  EXPECT_EQ(pruned[0].width_before, 3U);
  EXPECT_EQ(pruned[0].width_after, 2U);
  EXPECT_EQ(network.weight_of(1)->numbers, (Floats{1.0F, 1.0F, 2.0F, 2.0F}));
  EXPECT_EQ(read_floats(*network.model.tensors[2]), (Floats{0.5F, -0.5F}));
  EXPECT_EQ(network.weight_of(3)->numbers, (Floats{1.0F, 1.0F, 0.0F, -1.0F, 1.0F, 2.0F}));
  EXPECT_EQ(network.model.tensors[1]->shape, (std::vector<std::uint32_t>{2, 2}));
  EXPECT_EQ(network.model.tensors[3]->shape, (std::vector<std::uint32_t>{3, 2}));
  EXPECT_EQ(network.model.values[1]->width, 2U);
  EXPECT_EQ(network.model.values[2]->width, 2U);
}

TEST(PruneNeurons, OfThoseThatMatterAlikeTheFirstStay) {
  TinyModel tiny;
  write_floats(*tiny.model().tensors[1], Floats{1.0F, 2.0F, -1.0F, -2.0F, 2.0F, -1.0F});
  write_floats(*tiny.model().tensors[3], Floats{1.0F, 0.0F, 0.0F, 0.0F, 1.0F, 0.0F, 0.0F, 0.0F, 1.0F});
  Network network = tiny.open();
  prune_neurons(network, 0.34);
  EXPECT_EQ(network.weight_of(1)->numbers, (Floats{1.0F, 2.0F, -1.0F, -2.0F}));
}

TEST(PruneNeurons, OneNeuronAlwaysStays) {
  Network network = TinyModel().open();
  EXPECT_EQ(prune_neurons(network, 1.0)[0].width_after, 1U);
  EXPECT_EQ(network.weight_of(1)->numbers, (Floats{2.0F, 2.0F}));
}

TEST(PruneNeurons, ALayerThatIsTheOutputKeepsItsWidth) {
  TinyModel tiny;
  tiny.model().output->classes = {"a", "b", "c"};
  tiny.model().output->logits = 2;  // the pooled neurons themselves
  Network network = tiny.open();
  EXPECT_TRUE(prune_neurons(network, 0.5).empty());
}

TEST(PruneNeurons, AddedValuesKeepTheirWidth) {
  TinyModel tiny;
  auto sum = std::make_unique<format::NodeT>();
  sum->operation.Set(format::AddT{});
  sum->inputs = {2, 2};
  sum->output = 4;
  auto value = std::make_unique<format::ValueT>();
  value->name = "sum";
  value->width = 3;
  tiny.model().values.push_back(std::move(value));
  tiny.model().nodes.insert(tiny.model().nodes.begin() + 3, std::move(sum));
  Network network = tiny.open();
  EXPECT_TRUE(prune_neurons(network, 0.5).empty());
}

TEST(PruneNeurons, ANeuronThatNobodyReadsLeavesTheAnswersAsTheyWere) {
  Network network = TinyModel().open();
  for (std::size_t row = 0; row < 3; ++row) network.weight_of(3)->numbers[3 * row + 1] = 0.0F;
  const auto blob_of = [](Network& of) {
    format::ModelT model(of.model);
    for (const Weight& weight : of.weights) write_floats(*model.tensors[weight.tensor], weight.numbers);
    return write_blob(model);
  };
  const TokenTexts texts{{0, 1, 1, 0, 0, 1}, {1, 2, 3}};
  const auto before = answer(blob_of(network), texts);
  ASSERT_EQ(prune_neurons(network, 0.34).size(), 1U);
  const auto after = answer(blob_of(network), texts);
  ASSERT_TRUE(before.ok() && after.ok());
  EXPECT_EQ(before.value().logits, after.value().logits);
}

class PruneFamily : public testing::TestWithParam<const char*> {};

TEST_P(PruneFamily, TheSmallerNetworkLoadsRunsAndIsSmaller) {
  Options options;
  options.bits = 8;
  const std::size_t whole = quantized(GetParam(), options).blob.size();
  options.prune_neurons = 0.4;
  const Product pruned = quantized(GetParam(), options);
  EXPECT_LE(pruned.blob.size(), whole + 64);
  for (const PrunedLayer& layer : pruned.report.pruned_layers) {
    EXPECT_EQ(layer.width_after, layer.width_before - static_cast<std::size_t>(0.4 * double(layer.width_before)));
  }
  if (std::string(GetParam()) != "rnn") {
    EXPECT_FALSE(pruned.report.pruned_layers.empty());
    EXPECT_LT(pruned.blob.size(), whole);
  }
}

INSTANTIATE_TEST_SUITE_P(Fixtures, PruneFamily, testing::ValuesIn(kFamilies),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace sentibyte::quantizer
