#include "quantizer/network.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <utility>

#include "format/problem.h"
#include "format/reader.h"
#include "format/tensor.h"
#include "format/unpack.h"

namespace sentibyte::quantizer {
namespace {

using format::OperationUnion;

/// The tensors that an operation's integer kernels read.
std::vector<std::pair<std::uint32_t, Role>> integer_tensors(const OperationUnion& operation) {
  switch (operation.type) {
    case format::Operation_Embedding: {
      const auto& embedding = *operation.AsEmbedding();
      std::vector<std::pair<std::uint32_t, Role>> found{{embedding.pieces, Role::Rows}};
      if (embedding.positions >= 0) {
        found.emplace_back(static_cast<std::uint32_t>(embedding.positions), Role::Positions);
      }
      return found;
    }
    case format::Operation_HashedNgrams:
      return {{operation.AsHashedNgrams()->rows, Role::Rows}};
    case format::Operation_Dense:
      return {{operation.AsDense()->weight, Role::Matrix}};
    case format::Operation_Conv1d:
      return {{operation.AsConv1d()->weight, Role::Matrix}};
    case format::Operation_SimpleRnn: {
      const auto& rnn = *operation.AsSimpleRnn();
      return {{rnn.input, Role::Matrix}, {rnn.recurrent, Role::Matrix}};
    }
    case format::Operation_Gru: {
      const auto& gru = *operation.AsGru();
      return {{gru.input, Role::Matrix}, {gru.recurrent, Role::Matrix}};
    }
    default:
      return {};
  }
}

std::vector<float> dense_floats(const format::Tensor& tensor) {
  std::vector<float> numbers(format::element_count(tensor));
  format::unpack_floats(tensor, numbers);
  return numbers;
}

Error already_quantized(std::size_t index, const std::string& name) {
  return {ErrorCode::Input,
          format::at("tensors", index) + " (" + name + "): quantized already; the quantizer starts from a float blob"};
}

}  // namespace

std::string_view name_of(Role role) {
  switch (role) {
    case Role::Rows:
      return "rows";
    case Role::Positions:
      return "positions";
    case Role::Matrix:
      break;
  }
  return "matrix";
}

Weight* Network::weight_of(std::uint32_t tensor) {
  const auto found =
      std::find_if(weights.begin(), weights.end(), [tensor](const Weight& w) { return w.tensor == tensor; });
  return found == weights.end() ? nullptr : &*found;
}

Result<Network> open_network(std::span<const std::byte> bytes) {
  auto blob = format::read(bytes, Limits{});
  if (!blob) return blob.error();
  const format::Model& model = blob.value().model();
  Network network;
  model.UnPackTo(&network.model);

  std::map<std::uint32_t, Role> roles;  // a shared tensor keeps its first role
  for (const auto& node : network.model.nodes) {
    for (const auto& [tensor, role] : integer_tensors(node->operation)) roles.emplace(tensor, role);
  }
  for (std::uint32_t index = 0; index < network.model.tensors.size(); ++index) {
    const format::Tensor& stored = *model.tensors()->Get(index);
    const auto role = roles.find(index);
    if (role == roles.end()) {
      if (!format::is_integer(stored) && stored.sparse())
        write_floats(*network.model.tensors[index], dense_floats(stored));
      continue;
    }
    if (format::is_integer(stored)) return already_quantized(index, network.model.tensors[index]->name);
    network.weights.push_back({index, network.model.tensors[index]->name, role->second, format::row_count(stored),
                               format::row_size(stored), dense_floats(stored)});
    network.model.tensors[index]->data.clear();
  }
  return network;
}

std::vector<float> read_floats(const format::TensorT& tensor) {
  // open_network has checked the size and has unpacked what was sparse.
  std::vector<float> numbers(tensor.data.size() / sizeof(float));
  if (!numbers.empty()) std::memcpy(numbers.data(), tensor.data.data(), numbers.size() * sizeof(float));
  return numbers;
}

void write_floats(format::TensorT& tensor, std::span<const float> numbers) {
  tensor.sparse = false;
  tensor.data.resize(numbers.size_bytes());
  if (!numbers.empty()) std::memcpy(tensor.data.data(), numbers.data(), numbers.size_bytes());
}

std::vector<std::uint8_t> write_blob(const format::ModelT& model) {
  std::size_t expected = 65536;
  for (const auto& tensor : model.tensors) expected += tensor->data.size() + 4 * tensor->scales.size() + 256;
  flatbuffers::FlatBufferBuilder builder(expected);
  format::FinishModelBuffer(builder, format::CreateModel(builder, &model));
  const std::uint8_t* bytes = builder.GetBufferPointer();
  return {bytes, bytes + builder.GetSize()};
}

}  // namespace sentibyte::quantizer
