// The table of operations against the schema: what model.fbs says of tensors is what the table says.
#include "format/operations.h"

#include <map>
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "support/files.h"

namespace sentibyte::format {
namespace {

std::string schema() {
  const auto bytes = test::read_file("engine/format/model.fbs");
  const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return std::regex_replace(text, std::regex("//[^\n]*"), "");
}

/// The body of a table of the schema, without comments.
std::string body_of(const std::string& schema, const std::string& table) {
  const std::size_t start = schema.find("table " + table + " {");
  EXPECT_NE(start, std::string::npos) << table;
  return start == std::string::npos ? "" : schema.substr(start, schema.find('}', start) - start);
}

std::map<std::string, bool> tensors_in_schema(const std::string& body) {
  static const std::regex field(R"((\w+)\s*:\s*(u?int32)\b([^;]*);)");
  std::map<std::string, bool> tensors;
  for (std::sregex_iterator at(body.begin(), body.end(), field), end; at != end; ++at) {
    const std::string rest = (*at)[3];
    const bool is_tensor = rest.find("(tensor)") != std::string::npos;
    EXPECT_NE(is_tensor, rest.find("(count)") != std::string::npos) << (*at)[0] << " is neither a tensor nor a count";
    if (is_tensor) tensors[(*at)[1]] = (*at)[2] == "int32";
  }
  return tensors;
}

TEST(OperationsTest, EveryOperationHasItsRow) {
  for (const Operation operation : EnumValuesOperation()) {
    if (operation == Operation_NONE) continue;
    EXPECT_EQ(spec_of(operation).operation, operation) << EnumNameOperation(operation);
  }
}

TEST(OperationsTest, EveryTensorOfTheSchemaIsInTheTable) {
  const std::string text = schema();
  std::size_t found = 0;
  for (const Operation operation : EnumValuesOperation()) {
    if (operation == Operation_NONE) continue;
    std::map<std::string, bool> ours;
    for (const TensorField& field : spec_of(operation).tensors) ours[field.name] = field.optional;
    const auto theirs = tensors_in_schema(body_of(text, EnumNameOperation(operation)));
    EXPECT_EQ(ours, theirs) << EnumNameOperation(operation);
    found += theirs.size();
  }
  EXPECT_GT(found, 0U);
}

/// The place of a field is that of the field of its name: an operation made with tensor i in its i-th field.
TEST(OperationsTest, ReadsTheFieldsThatItNames) {
  flatbuffers::FlatBufferBuilder builder;
  const auto inputs = builder.CreateVector(std::vector<std::uint32_t>{8});
  const auto gru = CreateGru(builder, 4, 3, 2, 1);
  builder.Finish(CreateNode(builder, Operation_Gru, gru.Union(), inputs, 9));
  const Node& node = *flatbuffers::GetRoot<Node>(builder.GetBufferPointer());
  std::map<std::string, std::int64_t> found;
  for (const TensorField& field : spec_of(Operation_Gru).tensors) found[field.name] = tensor_index(node, field);
  EXPECT_EQ(found, (std::map<std::string, std::int64_t>{
                       {"input", 4}, {"recurrent", 3}, {"input_bias", 2}, {"recurrent_bias", 1}}));
  EXPECT_EQ(multiplied_value(node, TensorRole::Matrix), 8U);
  EXPECT_EQ(multiplied_value(node, TensorRole::State), 9U);
}

TEST(OperationsTest, AnOptionalTensorThatIsNotGivenIsNone) {
  flatbuffers::FlatBufferBuilder builder;
  const auto dense = CreateDense(builder, 5);
  builder.Finish(CreateNode(builder, Operation_Dense, dense.Union()));
  const Node& node = *flatbuffers::GetRoot<Node>(builder.GetBufferPointer());
  const auto fields = spec_of(Operation_Dense).tensors;
  EXPECT_EQ(tensor_index(node, fields[0]), 5);
  EXPECT_EQ(tensor_index(node, fields[1]), -1);
}

}  // namespace
}  // namespace sentibyte::format
