// What the reader asks of a blob as a whole, before and beside its fields.
#include "format/reader.h"

#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/edit.h"
#include "support/files.h"

namespace sentibyte {
namespace {

TEST(ReaderTest, AnUneditedCopyIsRead) {
  for (const char* name : {"tiny", "dense", "gru", "transformer"}) {
    const auto blob = test::edited(test::read_fixture(name), [](format::ModelT&) {});
    const auto read = format::read(blob, {});
    EXPECT_TRUE(read.ok()) << name << ": " << read.error().message;
  }
}

TEST(ReaderTest, ANewerMinorIsRead) {
  const auto blob = test::edited(test::read_fixture("tiny"), [](format::ModelT& m) { m.format_minor = 99; });
  EXPECT_TRUE(format::read(blob, {}).ok());
}

using Tensors = std::vector<flatbuffers::Offset<format::Tensor>>;
using Facts = flatbuffers::Offset<flatbuffers::Vector<flatbuffers::Offset<format::Fact>>>;

format::ModelT model_of(const char* fixture) {
  format::ModelT model;
  format::GetModel(test::read_fixture(fixture).data())->UnPackTo(&model);
  return model;
}

/// The model without its tokenizer. What `builder` has made before lies behind the rest.
std::vector<std::byte> finished(flatbuffers::FlatBufferBuilder& builder, const format::ModelT& model,
                                const Tensors& tensors, Facts provenance) {
  const auto all_tensors = builder.CreateVector(tensors);
  const auto values = builder.CreateVector<flatbuffers::Offset<format::Value>>(
      model.values.size(), [&](std::size_t i) { return format::CreateValue(builder, model.values[i].get()); });
  const auto nodes = builder.CreateVector<flatbuffers::Offset<format::Node>>(
      model.nodes.size(), [&](std::size_t i) { return format::CreateNode(builder, model.nodes[i].get()); });
  const auto output = format::CreateOutput(builder, model.output.get());
  const auto name = builder.CreateString("shared");
  format::FinishModelBuffer(builder, format::CreateModel(builder, 1, 0, name, name, all_tensors, values, nodes, output,
                                                         0, model.longest, provenance));
  std::vector<std::byte> bytes(builder.GetSize());
  std::memcpy(bytes.data(), builder.GetBufferPointer(), bytes.size());
  return bytes;
}

/// Facts that point at one pair of strings of `size` bytes each.
std::vector<std::byte> with_shared_facts(std::size_t facts, std::size_t size) {
  const format::ModelT model = model_of("tiny");
  flatbuffers::FlatBufferBuilder builder;
  const auto text = builder.CreateString(std::string(size, 'a'));
  const std::vector<flatbuffers::Offset<format::Fact>> list(facts, format::CreateFact(builder, text, text));
  const auto provenance = builder.CreateVector(list);
  Tensors tensors;
  for (const auto& tensor : model.tensors) tensors.push_back(format::CreateTensor(builder, tensor.get()));
  return finished(builder, model, tensors, provenance);
}

/// The last part of the blob are the zero points of its last tensor that has a scale for each row.
TEST(ReaderTest, SeveralWordsMayBecomeTheSamePieces) {
  const auto blob = test::edited(test::read_fixture("tiny"), [](format::ModelT& m) {
    m.tokenizer->words[0]->from = "x y " + std::string(128, 'w');
    m.tokenizer->emoticons[0]->from = ":) =)";
  });
  EXPECT_TRUE(format::read(blob, {}).ok());
}

TEST(ReaderTest, ZeroPointsMayBeTheLastPart) {
  const format::ModelT model = model_of("dense");
  flatbuffers::FlatBufferBuilder builder;
  Tensors tensors;
  std::size_t rows = 0;
  for (const auto& tensor : model.tensors) {
    if (rows == 0 && tensor->scales.size() > 64) {
      rows = tensor->scales.size();
      const auto points = builder.CreateVector(std::vector<std::int8_t>(rows, 0));
      const auto name = builder.CreateString(tensor->name);
      const auto shape = builder.CreateVector(tensor->shape);
      builder.ForceVectorAlignment(tensor->data.size(), 1, 64);
      const auto data = builder.CreateVector(tensor->data);
      const auto scales = builder.CreateVector(tensor->scales);
      tensors.push_back(format::CreateTensor(builder, name, shape, tensor->element, tensor->bits, tensor->sparse, data,
                                             scales, points));
    } else {
      ASSERT_GT(rows, 0U) << "made before the zero points";
      tensors.push_back(format::CreateTensor(builder, tensor.get()));
    }
  }
  const auto read = format::read(finished(builder, model, tensors, 0), {});
  EXPECT_TRUE(read.ok()) << read.error().message;
}

TEST(ReaderTest, BytesAreCountedAsOftenAsTheyAreNamed) {
  EXPECT_TRUE(format::read(with_shared_facts(1, 1000), {}).ok());
  const auto read = format::read(with_shared_facts(2000, 1000), {});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().message.rfind("blob: its parts share their bytes", 0), 0U) << read.error().message;
}

TEST(ReaderTest, TablesAreCounted) {
  const auto read = format::read(with_shared_facts(200'000, 1), {});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::NotABlob);
  EXPECT_EQ(format::read(with_shared_facts(199'000, 1), {}).error().code, ErrorCode::Invalid);
}

TEST(ReaderTest, BytesBehindTheModelAreRefused) {
  for (const char* name : {"tiny", "dense", "transformer.float"}) {
    auto blob = test::read_fixture(name);
    // A writer may have left some padding; whatever it left, the 65th byte is one too many.
    std::string refused;
    for (int more = 0; more <= 65 && refused.empty(); ++more, blob.resize(blob.size() + 1)) {
      const auto read = format::read(blob, {});
      if (!read) refused = read.error().message;
    }
    EXPECT_EQ(refused, "blob: 65 bytes behind the last part of the model") << name;
  }
}

TEST(ReaderTest, ABlobCountsAgainstTheMemory) {
  const auto blob = test::read_fixture("tiny");
  EXPECT_EQ(format::read(blob, {.memory = blob.size() - 1}).error().code, ErrorCode::Limit);
  EXPECT_TRUE(format::read(blob, {.memory = blob.size()}).ok());
}

TEST(ReaderTest, TensorsCountTogether) {
  constexpr std::size_t kMillion = 1'000'000;
  const auto blob = test::edited(test::read_fixture("tiny.float"), [](format::ModelT& m) {
    for (int i = 0; i < 4; ++i) {
      format::TensorT spare(*m.tensors.front());
      spare.shape = {1000, 1000};
      spare.sparse = true;
      spare.data.assign(kMillion / 8, 0);  // nothing but a bitmap
      m.tensors.push_back(std::make_unique<format::TensorT>(spare));
    }
  });
  EXPECT_EQ(format::read(blob, {.memory = 4 * kMillion * sizeof(float)}).error().code, ErrorCode::Limit);
  EXPECT_TRUE(format::read(blob, {.memory = 5 * kMillion * sizeof(float)}).ok());
}

TEST(ReaderTest, TheLongestRowIsRead) {
  const auto blob = test::edited(test::read_fixture("tiny"), [](format::ModelT& m) {
    m.tensors[1]->shape[1] = 13107;
    m.tensors[1]->data.assign(std::size_t{3} * 65535, 1);
  });
  const auto read = format::read(blob, {});
  EXPECT_TRUE(read.ok()) << read.error().message;
}

TEST(ReaderTest, AnotherFileIsNotABlob) {
  const std::string page = "<!doctype html><html><head><title>404</title></head></html>";
  const auto read = format::read(std::as_bytes(std::span(page)), {});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().code, ErrorCode::NotABlob);
  EXPECT_EQ(format::read({}, {}).error().code, ErrorCode::NotABlob);
}

TEST(ReaderTest, AnotherIdentifierIsAnotherVersion) {
  auto blob = test::read_fixture("tiny");
  blob[7] = std::byte{'2'};
  EXPECT_EQ(format::read(blob, {}).error().code, ErrorCode::Version);
}

}  // namespace
}  // namespace sentibyte
