#include "format/operations.h"

#include <cstddef>
#include <iterator>

namespace sentibyte::format {
namespace {

constexpr bool kRequired = false;
constexpr bool kOptional = true;

constexpr TensorField kEmbedding[] = {
    {"pieces", Embedding::VT_PIECES, TensorRole::Pieces, kRequired, {Axis::Any, Axis::Output}},
    {"positions", Embedding::VT_POSITIONS, TensorRole::Positions, kOptional, {Axis::Any, Axis::Output}},
};
constexpr TensorField kHashedNgrams[] = {
    {"rows", HashedNgrams::VT_ROWS, TensorRole::Buckets, kRequired, {Axis::Any, Axis::Output}},
};
constexpr TensorField kDense[] = {
    {"weight", Dense::VT_WEIGHT, TensorRole::Matrix, kRequired, {Axis::Output, Axis::Input}},
    {"bias", Dense::VT_BIAS, TensorRole::Floats, kOptional, {Axis::Output}},
};
constexpr TensorField kConv1d[] = {
    {"weight", Conv1d::VT_WEIGHT, TensorRole::Matrix, kRequired, {Axis::Output, Axis::Any, Axis::Input}},
    {"bias", Conv1d::VT_BIAS, TensorRole::Floats, kOptional, {Axis::Output}},
};
constexpr TensorField kSimpleRnn[] = {
    {"input", SimpleRnn::VT_INPUT, TensorRole::Matrix, kRequired, {Axis::Output, Axis::Input}},
    {"recurrent", SimpleRnn::VT_RECURRENT, TensorRole::State, kRequired, {Axis::Output, Axis::Output}},
    {"bias", SimpleRnn::VT_BIAS, TensorRole::Floats, kOptional, {Axis::Output}},
};
constexpr TensorField kGru[] = {
    {"input", Gru::VT_INPUT, TensorRole::Matrix, kRequired, {Axis::TripleOutput, Axis::Input}},
    {"recurrent", Gru::VT_RECURRENT, TensorRole::State, kRequired, {Axis::TripleOutput, Axis::Output}},
    {"input_bias", Gru::VT_INPUT_BIAS, TensorRole::Floats, kRequired, {Axis::TripleOutput}},
    {"recurrent_bias", Gru::VT_RECURRENT_BIAS, TensorRole::Floats, kRequired, {Axis::TripleOutput}},
};
constexpr TensorField kLayerNorm[] = {
    {"gamma", LayerNorm::VT_GAMMA, TensorRole::Floats, kRequired, {Axis::Output}},
    {"beta", LayerNorm::VT_BETA, TensorRole::Floats, kRequired, {Axis::Output}},
};

// In the order of the schema's union.
constexpr OperationSpec kOperations[] = {
    {Operation_Embedding, 0, 0, Flow::Tokens, Width::Tensors, Columns::Mixed, true, kEmbedding},
    {Operation_HashedNgrams, 0, 0, Flow::Tokens, Width::Tensors, Columns::Mixed, true, kHashedNgrams},
    {Operation_Dense, 1, 1, Flow::Same, Width::Tensors, Columns::Rows, false, kDense},
    {Operation_Conv1d, 1, 1, Flow::Tokens, Width::Tensors, Columns::Rows, false, kConv1d},
    {Operation_SimpleRnn, 1, 1, Flow::Tokens, Width::Tensors, Columns::Mixed, false, kSimpleRnn},
    {Operation_Gru, 1, 1, Flow::Tokens, Width::Tensors, Columns::Mixed, false, kGru},
    {Operation_SelfAttention, 1, 1, Flow::Tokens, Width::InputThird, Columns::Mixed, false, {}},
    {Operation_LayerNorm, 1, 1, Flow::Same, Width::Input, Columns::Mixed, false, kLayerNorm},
    {Operation_Add, 2, 2, Flow::Same, Width::Input, Columns::Mixed, false, {}},
    {Operation_Concat, 1, kMostInputs, Flow::Same, Width::InputSum, Columns::Mixed, true, {}},
    {Operation_Pool, 1, 2, Flow::Pooled, Width::Input, Columns::Kept, false, {}},
};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < std::size(kOperations); ++i) {
    if (kOperations[i].operation != static_cast<Operation>(i + 1)) return false;
  }
  return std::size(kOperations) == Operation_MAX;
}
static_assert(rows_are_in_order(), "an operation of model.fbs has no row, or its row is not in the schema's place");

constexpr Axis last_axis(const TensorField& field) {
  Axis last = Axis::None;
  for (const Axis axis : field.axes) last = axis == Axis::None ? last : axis;
  return last;
}

/// What the executor and the removal of neurons take for granted.
constexpr bool tensors_fit_their_roles() {
  for (const OperationSpec& spec : kOperations) {
    for (const TensorField& field : spec.tensors) {
      if (field.role == TensorRole::Matrix && last_axis(field) != Axis::Input) return false;
      if (field.role == TensorRole::State && last_axis(field) != Axis::Output) return false;
      if (is_multiplied(field.role) && (field.optional || spec.least_inputs == 0)) return false;
      if (spec.columns == Columns::Rows && field.axes[0] != Axis::Output) return false;
    }
  }
  return true;
}
static_assert(tensors_fit_their_roles(), "a matrix ends in the width of the value that it is multiplied with");

}  // namespace

const OperationSpec& spec_of(Operation operation) { return kOperations[operation - 1]; }

std::int64_t tensor_index(const Node& node, const TensorField& field) {
  const auto* table = static_cast<const flatbuffers::Table*>(node.operation());
  if (field.optional) return table->GetField<std::int32_t>(field.place, -1);
  return table->GetField<std::uint32_t>(field.place, 0);
}

}  // namespace sentibyte::format
