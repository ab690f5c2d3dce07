// What the semantic check refuses, and that each refusal names the field at fault.
#include <cmath>
#include <cstring>
#include <limits>

#include <gtest/gtest.h>

#include "format/reader.h"
#include "support/edit.h"
#include "support/files.h"

namespace sentibyte {
namespace {

using format::ModelT;

struct Case {
  const char* name;
  const char* fixture;
  test::Edit edit;
  const char* message;  // its beginning
  ErrorCode code = ErrorCode::Invalid;
};

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

/// Copies of the last one, until there are `count`.
template <class Item>
void repeat_last(std::vector<std::unique_ptr<Item>>& items, std::size_t count) {
  while (items.size() < count) items.push_back(std::make_unique<Item>(*items.back()));
}

/// The operation of the first node of its kind, as its table.
template <class Operation>
Operation& op_of(ModelT& m, format::Operation kind) {
  return *static_cast<Operation*>(m.nodes[test::node_of(m, kind)]->operation.value);
}

void put_float(std::vector<std::uint8_t>& data, std::size_t index, float number) {
  std::memcpy(&data[index * sizeof number], &number, sizeof number);
}

/// What the memory that is allowed holds beside the 20 codes of the first tensor of tiny.sbm.
constexpr std::uint32_t kLeft = (256U << 20) - 20;

// tiny.sbm: tensors pieces [4,5] at 4 bits, conv [3,3,5], conv.bias [3], dense [2,3], dense.bias [2];
// values embedding, conv, pool, logits; nodes in the same order.
std::vector<Case> tensor_cases() {
  return {
      {"NoShape", "tiny", [](ModelT& m) { m.tensors[0]->shape.clear(); }, "tensors[0].shape: 0 axes"},
      {"FiveAxes", "tiny", [](ModelT& m) { m.tensors[0]->shape = {1, 1, 1, 4, 5}; }, "tensors[0].shape: 5 axes"},
      {"EmptyAxis", "tiny", [](ModelT& m) { m.tensors[1]->shape[1] = 0; }, "tensors[1].shape: axis 1 is 0"},
      {"OverflowingShape", "tiny",
       [](ModelT& m) { m.tensors[1]->shape = {0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}; },
       "tensors[1].shape: more elements", ErrorCode::Limit},
      {"AllOfTheMemory", "tiny", [](ModelT& m) { m.tensors[1]->shape = {1, 1, kLeft}; },
       "tensors[1].data: 45 bytes, not 268435436"},
      {"OneElementMoreThanTheMemory", "tiny", [](ModelT& m) { m.tensors[1]->shape = {1, 1, kLeft + 1}; },
       "tensors[1].shape: more elements", ErrorCode::Limit},
      {"ShapeWithoutData", "tiny", [](ModelT& m) { m.tensors[1]->shape = {3, 3, 50}; },
       "tensors[1].data: 45 bytes, not 450"},
      {"DataTooLong", "tiny", [](ModelT& m) { m.tensors[1]->data.push_back(0); }, "tensors[1].data: 46 bytes, not 45"},
      {"UnknownElement", "tiny", [](ModelT& m) { m.tensors[1]->element = static_cast<format::Element>(9); },
       "tensors[1].element: 9"},
      {"OneBit", "tiny", [](ModelT& m) { m.tensors[0]->bits = 1; }, "tensors[0].bits: 1, not 2 to 8"},
      {"NineBits", "tiny", [](ModelT& m) { m.tensors[0]->bits = 9; }, "tensors[0].bits: 9, not 2 to 8"},
      {"TwoScalesForThreeRows", "tiny", [](ModelT& m) { m.tensors[1]->scales.resize(2); },
       "tensors[1].scales: 2 entries, not 1 or 3"},
      {"NoScales", "tiny", [](ModelT& m) { m.tensors[1]->scales.clear(); }, "tensors[1].scales: 0 entries"},
      {"ZeroScale", "tiny", [](ModelT& m) { m.tensors[1]->scales[2] = 0; }, "tensors[1].scales[2]: "},
      {"NegativeScale", "tiny", [](ModelT& m) { m.tensors[1]->scales[0] = -1; }, "tensors[1].scales[0]: "},
      {"NanScale", "tiny", [](ModelT& m) { m.tensors[1]->scales[1] = kNan; }, "tensors[1].scales[1]: "},
      {"InfiniteScale", "tiny", [](ModelT& m) { m.tensors[1]->scales[1] = kInfinity; }, "tensors[1].scales[1]: "},
      {"ZeroPointsUnlikeScales", "tiny", [](ModelT& m) { m.tensors[1]->zero_points = {1}; },
       "tensors[1].zero_points: 1 entries, not 3"},
      {"ZeroPointBeyondItsBits", "tiny", [](ModelT& m) { m.tensors[0]->zero_points = {0, 0, 8, 0}; },
       "tensors[0].zero_points[2]: outside the range of 4 bits"},
      {"SymmetricMinus128", "tiny", [](ModelT& m) { m.tensors[1]->data[7] = 0x80; }, "tensors[1].data: -128 at byte 7"},
      {"NanWeight", "tiny", [](ModelT& m) { put_float(m.tensors[2]->data, 1, kNan); },
       "tensors[2].data: number 1 is not finite"},
      {"InfiniteWeight", "tiny", [](ModelT& m) { put_float(m.tensors[2]->data, 2, -kInfinity); },
       "tensors[2].data: number 2 is not finite"},
      {"BitmapTooShort", "tiny",
       [](ModelT& m) {
         m.tensors[1]->sparse = true;
         m.tensors[1]->data.resize(3);
       },
       "tensors[1].data: 3 bytes, too few for a bitmap of 6"},
      {"BitmapLongerThanItsTensor", "tiny",
       [](ModelT& m) {
         m.tensors[1]->sparse = true;
         m.tensors[1]->data.assign(6, 0);
         m.tensors[1]->data[5] = 0x80;
       },
       "tensors[1].data: its bitmap has bits set past"},
      {"BitmapCountsMoreThanThereIs", "tiny",
       [](ModelT& m) {
         m.tensors[1]->sparse = true;
         m.tensors[1]->data.assign(6, 0);
         m.tensors[1]->data[0] = 0x07;
       },
       "tensors[1].data: 6 bytes, not 9"},
      {"TooManyTensors", "tiny", [](ModelT& m) { repeat_last(m.tensors, 4097); },
       "tensors: 4097 entries, more than 4096"},
      {"NoData", "tiny", [](ModelT& m) { m.tensors[1]->data.clear(); }, "tensors[1].data: 0 bytes, not 45"},
      {"ZeroPointBelowItsBits", "tiny", [](ModelT& m) { m.tensors[0]->zero_points = {-9, 0, 0, 0}; },
       "tensors[0].zero_points[0]: outside the range of 4 bits"},
      {"SparseFloatsTooShort", "tiny",
       [](ModelT& m) {
         m.tensors[2]->sparse = true;
         m.tensors[2]->data = {0x07};
       },
       "tensors[2].data: 1 bytes, not 13"},
      {"SparseNan", "tiny",
       [](ModelT& m) {
         m.tensors[2]->sparse = true;
         m.tensors[2]->data = {0x02, 0, 0, 0xC0, 0x7F};
       },
       "tensors[2].data: number 0 is not finite"},
      {"SparseMinus128", "tiny",
       [](ModelT& m) {
         m.tensors[1]->sparse = true;
         m.tensors[1]->data = {0x10, 0, 0, 0, 0, 0, 0x80};
       },
       "tensors[1].data: -128 at byte 6"},
  };
}

std::vector<Case> value_cases() {
  return {
      {"NoWidth", "tiny", [](ModelT& m) { m.values[1]->width = 0; }, "values[1].width: 0, not 1 to 65535"},
      {"AbsurdWidth", "tiny", [](ModelT& m) { m.values[1]->width = 70000; }, "values[1].width: 70000"},
      {"NanRange", "tiny", [](ModelT& m) { *m.values[1]->range = format::Range(0, kNan); }, "values[1].range: "},
      {"RangeBackwards", "tiny", [](ModelT& m) { *m.values[1]->range = format::Range(1, -1); }, "values[1].range: "},
      {"ActivationScaleZero", "tiny", [](ModelT& m) { *m.values[0]->activation = format::Activation(0, 3); },
       "values[0].activation.scale: "},
      {"ActivationZeroPoint", "tiny", [](ModelT& m) { *m.values[0]->activation = format::Activation(1, 128); },
       "values[0].activation.zero_point: 128, not 0 to 127"},
      {"NoActivation", "tiny", [](ModelT& m) { m.values[0]->activation.reset(); },
       "values[0].activation: missing, and nodes[1].weight is quantized"},
      {"NoActivationOfAState", "gru",
       [](ModelT& m) { m.values[m.nodes[test::node_of(m, format::Operation_Gru)]->output]->activation.reset(); },
       "values["},
      {"ValueNobodyMakes", "tiny",
       [](ModelT& m) {
         m.values.push_back(std::make_unique<format::ValueT>());
         m.values.back()->width = 1;
         m.values.back()->name = "spare";
       },
       "values[4]: no node makes it"},
      {"FirstValueNobodyMakes", "tiny",
       [](ModelT& m) {
         m.values.insert(m.values.begin(), std::make_unique<format::ValueT>());
         m.values.front()->width = 1;
         m.values.front()->name = "spare";
         for (const auto& node : m.nodes) {
           ++node->output;
           for (std::uint32_t& input : node->inputs) ++input;
         }
         ++m.output->logits;
         if (m.output->score >= 0) ++m.output->score;
       },
       "values[0]: no node makes it"},
      {"TooManyValues", "tiny", [](ModelT& m) { repeat_last(m.values, 4097); }, "values: 4097 entries, more than 4096"},
      {"InfiniteRange", "tiny", [](ModelT& m) { *m.values[1]->range = format::Range(-kInfinity, 1); },
       "values[1].range: "},
      {"ActivationScaleNan", "tiny", [](ModelT& m) { *m.values[0]->activation = format::Activation(kNan, 3); },
       "values[0].activation.scale: "},
      {"ActivationScaleInfinite", "tiny",
       [](ModelT& m) { *m.values[0]->activation = format::Activation(kInfinity, 3); }, "values[0].activation.scale: "},
  };
}

std::vector<Case> node_cases() {
  return {
      {"AnotherOperation", "tiny", [](ModelT& m) { m.nodes[1]->operation.Set(format::AddT()); },
       "nodes[1].inputs: 1 entries, not 2"},
      {"OutputOutOfRange", "tiny", [](ModelT& m) { m.nodes[1]->output = 4; }, "nodes[1].output: value 4 of 4"},
      {"InputOutOfRange", "tiny", [](ModelT& m) { m.nodes[1]->inputs = {77}; }, "nodes[1].inputs: value 77 of 4"},
      {"InputMadeLater", "tiny", [](ModelT& m) { m.nodes[1]->inputs = {2}; },
       "nodes[1].inputs: value 2 is not made by an earlier node"},
      {"InputIsItsOwnOutput", "tiny", [](ModelT& m) { m.nodes[1]->inputs = {1}; },
       "nodes[1].inputs: value 1 is not made"},
      {"MadeTwice", "tiny", [](ModelT& m) { m.nodes[1]->output = 0; }, "nodes[1].output: value 0 is made twice"},
      {"WeightOutOfRange", "tiny", [](ModelT& m) { m.nodes[1]->operation.AsConv1d()->weight = 99; },
       "nodes[1].weight: tensor 99 of 5"},
      {"BiasOutOfRange", "tiny", [](ModelT& m) { m.nodes[1]->operation.AsConv1d()->bias = -2; },
       "nodes[1].bias: no tensor of 5"},
      {"BiasOfAnotherSize", "tiny", [](ModelT& m) { m.nodes[1]->operation.AsConv1d()->bias = 4; },
       "nodes[1].bias: tensors[4].shape is 2 on axis 0, not 3"},
      {"WeightOfAnotherRank", "tiny", [](ModelT& m) { m.nodes[1]->operation.AsConv1d()->weight = 3; },
       "nodes[1].weight: tensors[3].shape has 2 axes, not 3"},
      {"EvenWindow", "tiny",
       [](ModelT& m) {
         m.tensors[1]->shape[1] = 2;
         m.tensors[1]->data.resize(30);
       },
       "nodes[1].weight: a window of 2 tokens is not odd"},
      {"UnknownFunction", "tiny",
       [](ModelT& m) { m.nodes[1]->operation.AsConv1d()->function = static_cast<format::Function>(7); },
       "nodes[1].function: 7 is not known"},
      {"UnknownPooling", "tiny",
       [](ModelT& m) { m.nodes[2]->operation.AsPool()->kind = static_cast<format::Pooling>(4); },
       "nodes[2].kind: 4 is not known"},
      {"PoolToASequence", "tiny", [](ModelT& m) { m.values[2]->sequence = true; }, "nodes[2].output: "},
      {"EmbeddingToAVector", "tiny", [](ModelT& m) { m.values[0]->sequence = false; }, "nodes[0].output: "},
      {"DenseAcrossKinds", "tiny", [](ModelT& m) { m.values[3]->sequence = true; },
       "nodes[3].inputs: one row per text, where the operation has one per token"},
      {"CodedBias", "tiny",
       [](ModelT& m) {
         m.tensors[2]->element = format::Element_Coded;
         m.tensors[2]->data.resize(3);
         m.tensors[2]->scales = {1};
       },
       "nodes[1].bias: must be Real, and the tensor is Coded"},
      {"TooFewPositions", "transformer", [](ModelT& m) { m.longest = 65; },
       "longest: 65 tokens, but nodes[0].positions"},
      {"OddHeads", "transformer",
       [](ModelT& m) { op_of<format::SelfAttentionT>(m, format::Operation_SelfAttention).heads = 5; },
       "nodes[3].heads: 5 do not divide 32 columns"},
      {"NoHeads", "transformer",
       [](ModelT& m) { op_of<format::SelfAttentionT>(m, format::Operation_SelfAttention).heads = 0; },
       "nodes[3].heads: 0"},
      {"ZeroEpsilon", "transformer",
       [](ModelT& m) { op_of<format::LayerNormT>(m, format::Operation_LayerNorm).epsilon = 0; }, "nodes[1].epsilon: "},
      {"BucketsNoPowerOfTwo", "dense",
       [](ModelT& m) {
         auto& rows = *m.tensors[op_of<format::HashedNgramsT>(m, format::Operation_HashedNgrams).rows];
         rows.shape[0] = 255;
         rows.data.resize(255 * 16);
         rows.scales.resize(255);
       },
       "nodes[2].rows: 255 buckets, not a power of two"},
      {"OrderOfOne", "dense",
       [](ModelT& m) { op_of<format::HashedNgramsT>(m, format::Operation_HashedNgrams).orders = {1, 2}; },
       "nodes[2].orders: "},
      {"OrderTwice", "dense",
       [](ModelT& m) { op_of<format::HashedNgramsT>(m, format::Operation_HashedNgrams).orders = {2, 2}; },
       "nodes[2].orders: not ascending"},
      {"NoOrders", "dense",
       [](ModelT& m) { op_of<format::HashedNgramsT>(m, format::Operation_HashedNgrams).orders.clear(); },
       "nodes[2].orders: empty"},
      {"NoHashes", "dense",
       [](ModelT& m) { op_of<format::HashedNgramsT>(m, format::Operation_HashedNgrams).hashes = 0; },
       "nodes[2].hashes: 0"},
      {"ConcatOfAnotherWidth", "dense",
       [](ModelT& m) { m.nodes[test::node_of(m, format::Operation_Concat)]->inputs.pop_back(); },
       "nodes[4].output: 40 columns, not 24"},
      {"AttentionPoolWithoutScores", "gru",
       [](ModelT& m) { m.nodes[test::node_of(m, format::Operation_Pool)]->inputs.pop_back(); },
       "nodes[6].inputs: 1 entries, not 2"},
      {"HalfQuantizedGru", "gru",
       [](ModelT& m) {
         auto& weight = *m.tensors[op_of<format::GruT>(m, format::Operation_Gru).recurrent];
         weight.element = format::Element_Real;
         weight.data.assign(weight.data.size() * 4, 0);
       },
       "nodes[1].recurrent: one of the node's matrices is Coded, the other Real"},
      {"TooManyNodes", "tiny", [](ModelT& m) { repeat_last(m.nodes, 4097); }, "nodes: 4097 entries, more than 4096"},
      {"TooManyInputs", "tiny", [](ModelT& m) { m.nodes[1]->inputs.assign(17, 0); },
       "nodes[1].inputs: 17 entries are too many"},
      {"InputOfALookup", "dense",
       [](ModelT& m) { m.nodes[test::node_of(m, format::Operation_HashedNgrams)]->inputs = {0}; },
       "nodes[2].inputs: 1 entries, not 0"},
      {"TableOutOfRange", "tiny", [](ModelT& m) { m.nodes[0]->operation.AsEmbedding()->pieces = 5; },
       "nodes[0].pieces: tensor 5 of 5"},
      {"UnknownFunctionOfADense", "tiny",
       [](ModelT& m) { m.nodes[3]->operation.AsDense()->function = static_cast<format::Function>(4); },
       "nodes[3].function: 4 is not known"},
      {"MoreRowsThanIds", "tiny",
       [](ModelT& m) {
         m.tensors[0]->shape[0] = 65537;
         m.tensors[0]->data.resize(std::size_t{65537} * 3);
         m.tensors[0]->scales.resize(1);
       },
       "nodes[0].pieces: 65537 rows, more than ids can name"},
      {"RowsTooLong", "tiny",
       [](ModelT& m) {
         m.tensors[1]->shape[1] = 13109;
         m.tensors[1]->data.resize(std::size_t{3} * 13109 * 5);
       },
       "nodes[1].weight: rows of 65545 numbers are too long"},
      {"AsymmetricRowsTooLong", "tiny",
       [](ModelT& m) {
         m.tensors[1]->shape[1] = 6555;
         m.tensors[1]->data.resize(std::size_t{3} * 6555 * 5);
         m.tensors[1]->zero_points = {0, 1, 0};
       },
       "nodes[1].weight: rows of 32775 numbers are too long"},
      {"FiveHashes", "dense",
       [](ModelT& m) { op_of<format::HashedNgramsT>(m, format::Operation_HashedNgrams).hashes = 5; },
       "nodes[2].hashes: 5, not 1 to 4"},
      {"OrderOfFive", "dense",
       [](ModelT& m) { op_of<format::HashedNgramsT>(m, format::Operation_HashedNgrams).orders = {2, 5}; },
       "nodes[2].orders: not ascending"},
      {"OrdersBackwards", "dense",
       [](ModelT& m) { op_of<format::HashedNgramsT>(m, format::Operation_HashedNgrams).orders = {3, 2}; },
       "nodes[2].orders: not ascending"},
      {"SumOfOtherWidths", "transformer",
       [](ModelT& m) { m.nodes[test::node_of(m, format::Operation_Add)]->inputs[1] = m.nodes[2]->output; },
       "nodes[5].inputs[1]: 96 columns, not 32"},
      {"AttentionOfAnotherWidth", "transformer",
       [](ModelT& m) { m.values[m.nodes[test::node_of(m, format::Operation_SelfAttention)]->output]->width = 30; },
       "nodes[3].inputs[0]: 96 columns, not 90"},
      {"NanEpsilon", "transformer",
       [](ModelT& m) { op_of<format::LayerNormT>(m, format::Operation_LayerNorm).epsilon = kNan; },
       "nodes[1].epsilon: "},
      {"PoolScoresTooWide", "gru",
       [](ModelT& m) {
         auto& inputs = m.nodes[test::node_of(m, format::Operation_Pool)]->inputs;
         inputs[1] = inputs[0];
       },
       "nodes[6].inputs[1]: 32 columns, not 1"},
      {"MaximumOfTwoValues", "gru",
       [](ModelT& m) { op_of<format::PoolT>(m, format::Operation_Pool).kind = format::Pooling_Max; },
       "nodes[6].inputs: 2 entries, not 1"},
      {"RecurrentOfAnotherWidth", "gru",
       [](ModelT& m) {
         auto& gru = op_of<format::GruT>(m, format::Operation_Gru);
         gru.recurrent = gru.input;
       },
       "nodes[1].recurrent: tensors[1].shape is 20 on axis 1, not 16"},
  };
}

std::vector<Case> text_cases() {
  return {
      {"NoClasses", "tiny", [](ModelT& m) { m.output->classes.clear(); }, "output.classes: 0 entries"},
      {"SameClassTwice", "tiny", [](ModelT& m) { m.output->classes[1] = m.output->classes[0]; },
       "output.classes[1]: the same name as entry 0"},
      {"LogitsOutOfRange", "tiny", [](ModelT& m) { m.output->logits = 9; }, "output.logits: value 9 of 4"},
      {"LogitsASequence", "tiny", [](ModelT& m) { m.output->logits = 0; }, "output.logits: "},
      {"LogitsOfAnotherWidth", "tiny", [](ModelT& m) { m.output->logits = 2; }, "output.logits: 3 columns, not 2"},
      {"ScoreOfAnotherWidth", "tiny", [](ModelT& m) { m.output->score = 3; }, "output.score: 2 columns, not 1"},
      {"ScoreBelowMinusOne", "tiny", [](ModelT& m) { m.output->score = -2; }, "output.score: "},
      {"ZeroTemperature", "tiny", [](ModelT& m) { m.output->temperature = 0; }, "output.temperature: "},
      {"NanTemperature", "tiny", [](ModelT& m) { m.output->temperature = kNan; }, "output.temperature: "},
      {"NoLength", "tiny", [](ModelT& m) { m.longest = 0; }, "longest: 0 tokens"},
      {"NameNotUtf8", "tiny", [](ModelT& m) { m.name = std::string(1, '\xff'); }, "name: not UTF-8"},
      {"PieceCount", "tiny", [](ModelT& m) { m.tokenizer->piece_count = 3; },
       "tokenizer.piece_count: 3 pieces, but tensors[0] has 4 rows"},
      {"UnknownId", "tiny", [](ModelT& m) { m.tokenizer->unknown = 4; }, "tokenizer.unknown: id 4 of 4"},
      {"NeverReadable", "tiny", [](ModelT& m) { m.tokenizer->readable = 1.5F; }, "tokenizer.readable: not 0 to 1"},
      {"ReadableBelowNothing", "tiny", [](ModelT& m) { m.tokenizer->readable = -0.1F; },
       "tokenizer.readable: not 0 to 1"},
      {"ReadableNaN", "tiny", [](ModelT& m) { m.tokenizer->readable = std::nanf(""); },
       "tokenizer.readable: not 0 to 1"},
      {"PiecesCutShort", "tiny", [](ModelT& m) { m.tokenizer->pieces.pop_back(); },
       "tokenizer.pieces[3]: the table ends inside it"},
      {"PiecesGoOn", "tiny", [](ModelT& m) { m.tokenizer->pieces.push_back(0); },
       "tokenizer.pieces: 1 bytes after the last piece"},
      {"SharesMoreThanThereIs", "tiny", [](ModelT& m) { m.tokenizer->pieces[0] = 1; },
       "tokenizer.pieces[0]: shares 1 bytes with a piece of 0"},
      {"PiecesNotSorted", "tiny", [](ModelT& m) { m.tokenizer->pieces.back() = '!'; },
       "tokenizer.pieces[3]: does not sort after"},
      {"PieceNotUtf8", "tiny", [](ModelT& m) { m.tokenizer->pieces.back() = 0xC3; }, "tokenizer.pieces[3]: not UTF-8"},
      {"RewriteToNoPiece", "tiny", [](ModelT& m) { m.tokenizer->words[0]->to = "a q"; },
       "tokenizer.words[0].to: word at byte 2 is not a piece"},
      {"RewriteToNothing", "tiny", [](ModelT& m) { m.tokenizer->emoticons[0]->to = ""; },
       "tokenizer.emoticons[0].to: "},
      {"RewriteOfNothing", "tiny", [](ModelT& m) { m.tokenizer->words[0]->from = ""; },
       "tokenizer.words[0].from: empty"},
      {"RewrittenTwice", "tiny",
       [](ModelT& m) { m.tokenizer->words.push_back(std::make_unique<format::RewriteT>(*m.tokenizer->words[0])); },
       "tokenizer.words: a word is rewritten twice"},
      {"RewrittenTwiceInOneEntry", "tiny", [](ModelT& m) { m.tokenizer->words[0]->from = "x y x"; },
       "tokenizer.words: a word is rewritten twice"},
      {"RewriteOfTwoSpaces", "tiny", [](ModelT& m) { m.tokenizer->words[0]->from = "x  y"; },
       "tokenizer.words[0].from: empty"},
      {"LongWordAmongOthers", "tiny", [](ModelT& m) { m.tokenizer->words[0]->from = "x " + std::string(129, 'a'); },
       "tokenizer.words[0].from: 129 bytes, more than 128"},
      {"LongWord", "tiny", [](ModelT& m) { m.tokenizer->words[0]->from.assign(129, 'a'); },
       "tokenizer.words[0].from: 129 bytes, more than 128"},
      {"LongEmoticon", "tiny", [](ModelT& m) { m.tokenizer->emoticons[0]->from.assign(33, '!'); },
       "tokenizer.emoticons[0].from: 33 bytes, more than 32"},
      {"LongTarget", "tiny", [](ModelT& m) { m.tokenizer->words[0]->to.assign(256, 'a'); },
       "tokenizer.words[0].to: 256 bytes, more than 255"},
      {"ManyTargets", "tiny",
       [](ModelT& m) {
         std::string& to = m.tokenizer->words[0]->to;
         to = "a";
         for (int i = 0; i < 16; ++i) to += " a";
       },
       "tokenizer.words[0].to: more than 16 pieces"},
      {"NewerMajor", "tiny", [](ModelT& m) { m.format_major = 2; },
       "format_major: 2 is newer than this engine, which reads up to 1", ErrorCode::Version},
      {"MajorZero", "tiny", [](ModelT& m) { m.format_major = 0; }, "format_major: 0"},
      {"OneClass", "tiny", [](ModelT& m) { m.output->classes.pop_back(); }, "output.classes: 1 entries, not 2 to 256"},
      {"TooManyClasses", "tiny", [](ModelT& m) { m.output->classes.resize(257); }, "output.classes: 257 entries"},
      {"EmptyClass", "tiny", [](ModelT& m) { m.output->classes[1] = ""; }, "output.classes[1]: empty"},
      {"ClassNotUtf8", "tiny", [](ModelT& m) { m.output->classes[0] = "\xC3("; }, "output.classes[0]: not UTF-8"},
      {"FamilyNotUtf8", "tiny", [](ModelT& m) { m.family = "\xED\xA0\x80"; }, "family: not UTF-8"},
      {"FamilyEndsWithTheLastSurrogate", "tiny", [](ModelT& m) { m.family = "\xED\xBF\xBF"; }, "family: not UTF-8"},
      {"ScoreOutOfRange", "tiny", [](ModelT& m) { m.output->score = 4; }, "output.score: value 4 of 4"},
      {"NegativeTemperature", "tiny", [](ModelT& m) { m.output->temperature = -1; }, "output.temperature: "},
      {"InfiniteTemperature", "tiny", [](ModelT& m) { m.output->temperature = kInfinity; }, "output.temperature: "},
      {"NoPieces", "tiny", [](ModelT& m) { m.tokenizer->piece_count = 0; }, "tokenizer.piece_count: 0, not 1 to 65536"},
      {"MorePiecesThanIds", "tiny", [](ModelT& m) { m.tokenizer->piece_count = 65537; },
       "tokenizer.piece_count: 65537, not 1 to 65536"},
      {"PiecesMissing", "tiny", [](ModelT& m) { m.tokenizer->pieces.resize(1); },
       "tokenizer.pieces[0]: the table ends before it"},
      {"EmptyPiece", "tiny", [](ModelT& m) { m.tokenizer->pieces = {0, 0, 0, 1, 'a', 0, 1, 'b', 0, 1, 'c'}; },
       "tokenizer.pieces[0]: does not sort after"},
      {"PieceTwice", "tiny", [](ModelT& m) { m.tokenizer->pieces = {0, 1, 'a', 1, 0, 0, 1, 'b', 0, 1, 'c'}; },
       "tokenizer.pieces[1]: does not sort after"},
      {"PieceThatSharesHalfACharacter", "tiny",
       [](ModelT& m) { m.tokenizer->pieces = {0, 2, 0xC3, 0xA9, 1, 1, 0xAA, 0, 1, 'b', 0, 1, 'c'}; },
       "tokenizer.pieces[1]: not UTF-8"},
      {"RewriteNotUtf8", "tiny", [](ModelT& m) { m.tokenizer->words[0]->from = "\xF5"; },
       "tokenizer.words[0].from: not UTF-8"},
      {"EmoticonTwice", "tiny",
       [](ModelT& m) {
         m.tokenizer->emoticons.push_back(std::make_unique<format::RewriteT>(*m.tokenizer->emoticons[0]));
       },
       "tokenizer.emoticons: a word is rewritten twice"},
      {"TargetWithTwoSpaces", "tiny", [](ModelT& m) { m.tokenizer->words[0]->to = "a  a"; },
       "tokenizer.words[0].to: word at byte 2 is not a piece"},
  };
}

class RefusalTest : public testing::TestWithParam<Case> {};

TEST_P(RefusalTest, NamesTheField) {
  const auto blob = test::edited(test::read_fixture(GetParam().fixture), GetParam().edit);
  const auto read = format::read(blob, {});
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.error().message.rfind(GetParam().message, 0), 0U) << read.error().message;
  EXPECT_EQ(read.error().code, GetParam().code);
}

std::string name_of_case(const testing::TestParamInfo<Case>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Tensors, RefusalTest, testing::ValuesIn(tensor_cases()), name_of_case);
INSTANTIATE_TEST_SUITE_P(Values, RefusalTest, testing::ValuesIn(value_cases()), name_of_case);
INSTANTIATE_TEST_SUITE_P(Nodes, RefusalTest, testing::ValuesIn(node_cases()), name_of_case);
INSTANTIATE_TEST_SUITE_P(Texts, RefusalTest, testing::ValuesIn(text_cases()), name_of_case);

}  // namespace
}  // namespace sentibyte
