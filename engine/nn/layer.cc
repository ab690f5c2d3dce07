#include "nn/layer.h"

#include "format/tensor.h"
#include "format/unpack.h"

namespace sentibyte::nn {

bool Build::take(std::uint64_t bytes, std::uint32_t index) {
  if (budget.take(bytes)) return true;
  return refusal.refuse(ErrorCode::Limit, "tensors[#]: with it the model needs more than the limit on memory", index);
}

bool Build::refuse_memory(std::uint32_t index) {
  return refusal.refuse(ErrorCode::Memory, "tensors[#]: no memory for it", index);
}

LayerResult make_layer(Build& build, const LayerSource& source) {
  switch (source.node.operation_type()) {
    case format::Operation_Embedding:
      return make_embedding(build, source);
    case format::Operation_HashedNgrams:
      return make_hashed_ngrams(build, source);
    case format::Operation_Dense:
      return make_dense(build, source);
    case format::Operation_Conv1d:
      return make_conv1d(build, source);
    case format::Operation_SimpleRnn:
      return make_simple_rnn(build, source);
    case format::Operation_Gru:
      return make_gru(build, source);
    case format::Operation_SelfAttention:
      return make_self_attention(build, source);
    case format::Operation_LayerNorm:
      return make_layer_norm(build, source, nullptr);
    case format::Operation_Add:
      return make_add(build, source);
    case format::Operation_Concat:
      return make_concat(build, source);
    case format::Operation_Pool:
      return make_pool(build, source);
    case format::Operation_NONE:
      break;  // the reader has refused it
  }
  build.refusal.refuse("nodes[#].operation: unknown", source.index);
  return nullptr;
}

bool load_floats(Build& build, std::int64_t index, std::size_t padded, Array<float>& numbers) {
  const auto tensor = static_cast<std::uint32_t>(index < 0 ? 0 : index);
  if (!build.take(padded * sizeof(float), tensor)) return false;
  if (!build.make(numbers, padded, tensor)) return false;
  if (index >= 0) {
    const format::Tensor& stored = *build.model.tensors()->Get(tensor);
    format::unpack_floats(stored, std::span<float>(numbers).first(format::element_count(stored)));
  }
  return true;
}

}  // namespace sentibyte::nn
