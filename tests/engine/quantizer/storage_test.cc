// Storage and arithmetic are two things: packed, sparse and unpacked forms of the same codes give the same scores.
#include <algorithm>

#include <gtest/gtest.h>

#include "fixtures.h"
#include "format/tensor.h"
#include "format/unpack.h"
#include "quantizer/budget/widths.h"
#include "quantizer/report/comparison.h"

namespace sentibyte::quantizer {
namespace {

/// The same blob with every integer tensor stored dense and in 8 bits.
std::vector<std::uint8_t> unpacked(const std::vector<std::uint8_t>& blob) {
  format::ModelT model = tables_of(blob);
  const format::Model& stored = *format::GetModel(blob.data());
  for (std::uint32_t i = 0; i < model.tensors.size(); ++i) {
    const format::Tensor& tensor = *stored.tensors()->Get(i);
    if (!format::is_coded(tensor)) continue;
    std::vector<std::int8_t> codes(format::element_count(tensor));
    format::unpack_codes(tensor, codes);
    model.tensors[i]->bits = 8;
    model.tensors[i]->sparse = false;
    model.tensors[i]->data.assign(codes.begin(), codes.end());
  }
  return write_blob(model);
}

class Storage : public testing::TestWithParam<const char*> {};

TEST_P(Storage, PackedAndUnpackedGiveTheSameScoresBitForBit) {
  const TokenTexts texts = fixture_texts(GetParam());
  for (const Scheme scheme : {Scheme::Symmetric, Scheme::Asymmetric, Scheme::PowerOfTwo}) {
    for (int bits = 2; bits <= 8; ++bits) {
      for (const double prune : {0.0, 0.8}) {
        Options options;
        options.scheme = scheme;
        options.bits = bits;
        options.prune = prune;
        const Product product = quantized(GetParam(), options);
        const auto wide = unpacked(product.blob);
        if (bits < 8) {
          EXPECT_LT(product.blob.size(), wide.size()) << describe(options);
        }
        EXPECT_EQ(answer(product.blob, texts).value().logits, answer(wide, texts).value().logits) << describe(options);
      }
    }
  }
}

TEST_P(Storage, SparseIsChosenExactlyWhereItIsSmaller) {
  for (const double prune : {0.0, 0.3, 0.9}) {
    Options options;
    options.bits = 8;
    options.prune = prune;
    options.prune_scope = PruneScope::Tensor;
    for (const TensorReport& tensor : quantized(GetParam(), options).report.tensors) {
      const std::size_t sparse = (tensor.elements + 7) / 8 + (tensor.elements - tensor.zeros);
      EXPECT_EQ(tensor.sparse, sparse < tensor.elements) << tensor.name;
      EXPECT_EQ(tensor.bytes, std::min(sparse, tensor.elements) + 4 * tensor.grids) << tensor.name;
    }
  }
}

TEST_P(Storage, PruningTakesTheSameShareOfEveryTensor) {
  Options options;
  options.bits = 8;
  options.prune = 0.7;
  for (const TensorReport& tensor : quantized(GetParam(), options).report.tensors) {
    const double share = static_cast<double>(tensor.zeros) / static_cast<double>(tensor.elements);
    // A tensor of few elements cannot be cut at every share; and what survives may still round to zero.
    EXPECT_GE(share, 0.7 - 1.0 / static_cast<double>(tensor.elements)) << tensor.name;
    EXPECT_LT(share, 0.75) << tensor.name;
  }
}

TEST_P(Storage, OneThresholdTakesItsShareOfAllWeights) {
  Options options;
  options.bits = 8;
  options.prune = 0.7;
  options.prune_scope = PruneScope::Model;
  std::size_t zeros = 0;
  std::size_t elements = 0;
  for (const TensorReport& tensor : quantized(GetParam(), options).report.tensors) {
    zeros += tensor.zeros;
    elements += tensor.elements;
  }
  EXPECT_GE(zeros, static_cast<std::size_t>(0.7 * static_cast<double>(elements)));
  EXPECT_LT(zeros, static_cast<std::size_t>(0.75 * static_cast<double>(elements)));
}

TEST_P(Storage, EverythingButTheQuantizedTensorsIsKept) {
  const Product product = quantized(GetParam(), Options{});
  const format::ModelT model = tables_of(product.blob);
  const auto original_bytes = float_fixture(GetParam());
  const format::ModelT original =
      tables_of({reinterpret_cast<const std::uint8_t*>(original_bytes.data()), original_bytes.size()});
  EXPECT_EQ(model.name, original.name);
  EXPECT_EQ(model.tokenizer->pieces, original.tokenizer->pieces);
  EXPECT_EQ(model.output->temperature, original.output->temperature);
  EXPECT_EQ(model.nodes.size(), original.nodes.size());
  EXPECT_EQ(model.provenance.size(), original.provenance.size() + 1);
  EXPECT_EQ(model.provenance.back()->key, "quantization");
  for (std::size_t i = 0; i < model.tensors.size(); ++i) {
    EXPECT_EQ(model.tensors[i]->shape, original.tensors[i]->shape);
    if (model.tensors[i]->element == format::Element_Real) {
      EXPECT_EQ(model.tensors[i]->data, original.tensors[i]->data) << model.tensors[i]->name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Fixtures, Storage, testing::ValuesIn(kFamilies),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace sentibyte::quantizer
