#include "quantizer/network.h"

#include <algorithm>
#include <cstring>
#include <map>

#include "format/problem.h"
#include "format/reader.h"
#include "format/tensor.h"
#include "format/unpack.h"

namespace sentibyte::quantizer {
namespace {

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

std::string_view name_of(format::TensorRole role) {
  switch (role) {
    case format::TensorRole::Pieces:
    case format::TensorRole::Buckets:
      return "rows";
    case format::TensorRole::Positions:
      return "positions";
    case format::TensorRole::Matrix:
    case format::TensorRole::State:
    case format::TensorRole::Floats:
      break;
  }
  return "matrix";
}

std::vector<MultipliedValue> multiplied_values(const format::Model& model) {
  std::map<std::size_t, bool> states;
  format::for_each_tensor(model, [&](const format::TensorUse& use) {
    if (!format::is_multiplied(use.role)) return;
    const format::Node& node = *model.nodes()->Get(use.node);
    states[format::multiplied_value(node, use.role)] |= use.role == format::TensorRole::State;
  });
  std::vector<MultipliedValue> values;
  for (const auto& [value, is_state] : states) values.push_back({value, is_state});
  return values;
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

  network.multiplied = multiplied_values(model);
  format::for_each_tensor(model, [&](const format::TensorUse& use) { network.uses.push_back(use); });

  std::map<std::uint32_t, format::TensorRole> roles;  // a shared tensor keeps its first role
  for (const format::TensorUse& use : network.uses) {
    if (use.role != format::TensorRole::Floats) roles.emplace(use.tensor, use.role);
  }
  for (std::uint32_t index = 0; index < network.model.tensors.size(); ++index) {
    const format::Tensor& stored = *model.tensors()->Get(index);
    const auto role = roles.find(index);
    if (role == roles.end()) {
      if (!format::is_coded(stored) && stored.sparse())
        write_floats(*network.model.tensors[index], dense_floats(stored));
      continue;
    }
    if (format::is_coded(stored)) return already_quantized(index, network.model.tensors[index]->name);
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
