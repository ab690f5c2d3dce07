#include "nn/layer.h"

#include "format/tensor.h"
#include "format/unpack.h"

namespace sentibyte::nn {

format::Problem Build::take(std::uint64_t bytes, std::uint32_t index) {
  if (budget.take(bytes)) return {};
  return Error{ErrorCode::Limit,
               format::at("tensors", index) + ": with it the model needs more than the limit on memory"};
}

LayerResult make_layer(Build& build, const Site& site) {
  switch (site.node.operation_type()) {
    case format::Operation_Embedding:
      return make_embedding(build, site);
    case format::Operation_HashedNgrams:
      return make_hashed_ngrams(build, site);
    case format::Operation_Dense:
      return make_dense(build, site);
    case format::Operation_Conv1d:
      return make_conv1d(build, site);
    case format::Operation_SimpleRnn:
      return make_simple_rnn(build, site);
    case format::Operation_Gru:
      return make_gru(build, site);
    case format::Operation_SelfAttention:
      return make_self_attention(build, site);
    case format::Operation_LayerNorm:
      return make_layer_norm(build, site, nullptr);
    case format::Operation_Add:
      return make_add(build, site);
    case format::Operation_Concat:
      return make_concat(build, site);
    case format::Operation_Pool:
      return make_pool(build, site);
    case format::Operation_NONE:
      break;  // the reader has refused it
  }
  return format::invalid(format::at("nodes", site.index, "operation"), "unknown");
}

Result<std::vector<float>> load_floats(Build& build, std::int32_t index, std::size_t padded) {
  const auto tensor = static_cast<std::uint32_t>(index < 0 ? 0 : index);
  if (auto problem = build.take(padded * sizeof(float), tensor)) return std::move(*problem);
  std::vector<float> numbers(padded);
  if (index >= 0) {
    const format::Tensor& stored = *build.model.tensors()->Get(tensor);
    format::unpack_floats(stored, std::span(numbers).first(format::element_count(stored)));
  }
  return numbers;
}

}  // namespace sentibyte::nn
