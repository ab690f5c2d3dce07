#include <bit>
#include <initializer_list>

#include "format/check.h"
#include "format/operation.h"
#include "format/tensor.h"

namespace sentibyte::format {
namespace {

constexpr std::uint32_t kAny = 0;  // an extent that the shape may choose

// --- Tensors of a node --------------------------------------------------------------------------------------

/// The tensor if it exists and has these extents, else nullptr.
const Tensor* find_tensor(const Site& site, const char* field, std::int64_t index,
                          std::initializer_list<std::uint32_t> extents) {
  const auto& tensors = *site.model.tensors();
  const auto refuse = [&](const char* text, std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
    site.entry.refuse(field, text, a, b, c, d);
    return nullptr;
  };
  if (index < 0) return refuse("no tensor of #", tensors.size(), 0, 0, 0);
  const auto place = static_cast<flatbuffers::uoffset_t>(index);
  if (index >= static_cast<std::int64_t>(tensors.size())) {
    return refuse("tensor # of #", place, tensors.size(), 0, 0);
  }
  const Tensor& found = *tensors.Get(place);
  if (found.shape()->size() != extents.size()) {
    return refuse("tensors[#].shape has # axes, not #", place, found.shape()->size(), extents.size(), 0);
  }
  flatbuffers::uoffset_t axis = 0;
  for (const std::uint32_t extent : extents) {
    const std::uint32_t actual = found.shape()->Get(axis);
    if (extent != kAny && actual != extent) {
      return refuse("tensors[#].shape is # on axis #, not #", place, actual, axis, extent);
    }
    ++axis;
  }
  return &found;
}

/// A vector of floats: a bias, gamma, beta.
bool check_floats(const Site& site, const char* field, std::int64_t index, std::uint32_t size) {
  const Tensor* tensor = find_tensor(site, field, index, {size});
  if (tensor == nullptr) return false;
  return !is_integer(*tensor) || site.entry.refuse(field, "must be Float32, and the tensor is Integer");
}

/// A bias or -1.
bool check_bias(const Site& site, std::int32_t index) {
  return index == -1 || check_floats(site, "bias", index, site.output.width());
}

/// An integer kernel reads `value`: it needs a scale and a zero point, and a sum that int32 holds.
bool check_quantized(const Site& site, const char* field, const Tensor& weight, std::uint32_t value) {
  if (!is_integer(weight)) return true;
  if (row_size(weight) > (is_asymmetric(weight) ? kWidestAsymmetric : kWidest)) {
    return site.entry.refuse(field, "rows of # integers overflow the accumulator", row_size(weight));
  }
  if (site.model.values()->Get(value)->activation() != nullptr) return true;
  std::string text("missing, and nodes[#].");
  text += field;
  text += " is quantized";
  return Entry{site.entry.refusal, "values", value}.refuse("activation", text.c_str(), site.entry.index);
}

// --- Values of a node ---------------------------------------------------------------------------------------

bool check_count(const Site& site, const char* field, const char* text, std::size_t found, std::size_t expected) {
  return found == expected || site.entry.refuse(field, text, found, expected);
}

bool check_input_count(const Site& site, std::uint32_t expected) {
  return check_count(site, "inputs", "# entries, not #", site.input_count(), expected);
}

bool check_width(const Site& site, std::size_t expected) {
  return check_count(site, "output", "# columns, not #", site.output.width(), expected);
}

bool check_kind(const Site& site, const Value& value, bool sequence, const char* field) {
  if (value.sequence() == sequence) return true;
  return site.entry.refuse(field, sequence ? "a row a text, and the operation needs a row a token"
                                           : "a row a token, and the operation makes a row a text");
}

bool check_sequence_in_out(const Site& site) {
  return check_input_count(site, 1) && check_kind(site, site.input(0), true, "inputs[0]") &&
         check_kind(site, site.output, true, "output");
}

bool check_known(const Site& site, const char* field, std::size_t found, std::size_t last) {
  return found <= last || site.entry.refuse(field, "# is not known", found);
}

// --- Operations ---------------------------------------------------------------------------------------------

bool check(const Site& site, const Embedding& op) {
  constexpr std::uint32_t kMostRows = 65536;  // an id is a uint16
  if (!check_input_count(site, 0) || !check_kind(site, site.output, true, "output")) return false;
  const Tensor* pieces = find_tensor(site, "pieces", op.pieces(), {kAny, site.output.width()});
  if (pieces == nullptr) return false;
  if (row_count(*pieces) > kMostRows) {
    return site.entry.refuse("pieces", "# rows, more than ids can name", row_count(*pieces));
  }
  if (op.positions() == -1) return true;
  const Tensor* positions = find_tensor(site, "positions", op.positions(), {kAny, site.output.width()});
  if (positions == nullptr) return false;
  if (row_count(*positions) >= site.model.longest()) return true;
  return site.entry.refusal.refuse("longest: # tokens, but nodes[#].positions has # rows", site.model.longest(),
                                   site.entry.index, row_count(*positions));
}

bool check(const Site& site, const HashedNgrams& op) {
  constexpr unsigned kMostHashes = 4;
  if (!check_input_count(site, 0) || !check_kind(site, site.output, true, "output")) return false;
  const Tensor* rows = find_tensor(site, "rows", op.rows(), {kAny, site.output.width()});
  if (rows == nullptr) return false;
  if (!std::has_single_bit(row_count(*rows))) {
    return site.entry.refuse("rows", "# buckets, not a power of two", row_count(*rows));
  }
  if (op.hashes() < 1 || op.hashes() > kMostHashes) {
    return site.entry.refuse("hashes", "#, not 1 to #", op.hashes(), kMostHashes);
  }
  unsigned before = 1;
  for (const std::uint8_t order : *op.orders()) {
    if (order <= before || order > 4) return site.entry.refuse("orders", "not ascending numbers from 2 to 4");
    before = order;
  }
  return before != 1 || site.entry.refuse("orders", "empty");
}

bool check(const Site& site, const Dense& op) {
  if (!check_input_count(site, 1)) return false;
  if (site.input(0).sequence() != site.output.sequence()) {
    return site.entry.refuse("output", "one of input and output is a row a token, the other a row a text");
  }
  const Tensor* weight = find_tensor(site, "weight", op.weight(), {site.output.width(), site.input(0).width()});
  return weight != nullptr && check_bias(site, op.bias()) &&
         check_known(site, "function", op.function(), Function_MAX) &&
         check_quantized(site, "weight", *weight, site.input_index(0));
}

bool check(const Site& site, const Conv1d& op) {
  if (!check_sequence_in_out(site)) return false;
  const Tensor* weight = find_tensor(site, "weight", op.weight(), {site.output.width(), kAny, site.input(0).width()});
  if (weight == nullptr) return false;
  const std::uint32_t size = weight->shape()->Get(1);
  if (size % 2 == 0) return site.entry.refuse("weight", "a window of # tokens is not odd", size);
  if (row_size(*weight) > kWidest) {
    return site.entry.refuse("weight", "windows of # numbers are too wide", row_size(*weight));
  }
  return check_bias(site, op.bias()) && check_known(site, "function", op.function(), Function_MAX) &&
         check_quantized(site, "weight", *weight, site.input_index(0));
}

/// Both recurrent operations: `gates` rows of weights for each unit of the state, which is the output.
bool check_recurrent(const Site& site, std::uint32_t input_weight, std::uint32_t recurrent_weight,
                     std::uint32_t gates) {
  if (!check_sequence_in_out(site)) return false;
  const std::uint32_t hidden = site.output.width();
  const Tensor* input = find_tensor(site, "input", input_weight, {gates * hidden, site.input(0).width()});
  if (input == nullptr) return false;
  const Tensor* recurrent = find_tensor(site, "recurrent", recurrent_weight, {gates * hidden, hidden});
  if (recurrent == nullptr) return false;
  if (is_integer(*input) != is_integer(*recurrent)) {
    return site.entry.refuse("recurrent", "one of input and recurrent is Integer, the other Float32");
  }
  return check_quantized(site, "input", *input, site.input_index(0)) &&
         check_quantized(site, "recurrent", *recurrent, site.node.output());
}

bool check(const Site& site, const SimpleRnn& op) {
  return check_recurrent(site, op.input(), op.recurrent(), 1) && check_bias(site, op.bias());
}

bool check(const Site& site, const Gru& op) {
  return check_recurrent(site, op.input(), op.recurrent(), 3) &&
         check_floats(site, "input_bias", op.input_bias(), 3 * site.output.width()) &&
         check_floats(site, "recurrent_bias", op.recurrent_bias(), 3 * site.output.width());
}

bool check(const Site& site, const SelfAttention& op) {
  const std::uint32_t width = site.output.width();
  if (!check_sequence_in_out(site)) return false;
  if (!check_count(site, "inputs[0]", "# columns, not #", site.input(0).width(), std::size_t{3} * width)) return false;
  if (op.heads() != 0 && width % op.heads() == 0) return true;
  return site.entry.refuse("heads", "# do not divide # columns", op.heads(), width);
}

bool check(const Site& site, const LayerNorm& op) {
  if (!check_input_count(site, 1) || !check_kind(site, site.output, site.input(0).sequence(), "output") ||
      !check_width(site, site.input(0).width())) {
    return false;
  }
  if (!is_positive(op.epsilon())) return site.entry.refuse("epsilon", "not a finite number above 0");
  return check_floats(site, "gamma", op.gamma(), site.output.width()) &&
         check_floats(site, "beta", op.beta(), site.output.width());
}

/// All inputs are rows a token, or rows a text. Their widths together go to `width`.
bool check_input_kinds(const Site& site, bool sequence, std::size_t& width) {
  width = 0;
  for (std::uint32_t i = 0; i < site.input_count(); ++i) {
    if (!check_kind(site, site.input(i), sequence, "inputs")) return false;
    width += site.input(i).width();
  }
  return true;
}

bool check(const Site& site, const Add&) {
  std::size_t width = 0;
  return check_input_count(site, 2) && check_input_kinds(site, site.output.sequence(), width) &&
         check_width(site, site.input(0).width()) && check_width(site, site.input(1).width());
}

bool check(const Site& site, const Concat&) {
  std::size_t width = 0;
  if (site.input_count() == 0) return site.entry.refuse("inputs", "empty");
  return check_input_kinds(site, site.output.sequence(), width) && check_width(site, width);
}

bool check(const Site& site, const Pool& op) {
  const bool attention = op.kind() == Pooling_Attention;
  std::size_t width = 0;
  return check_known(site, "kind", op.kind(), Pooling_MAX) && check_input_count(site, attention ? 2 : 1) &&
         check_input_kinds(site, true, width) && check_kind(site, site.output, false, "output") &&
         (!attention || check_count(site, "inputs[1]", "# columns, not #", site.input(1).width(), 1)) &&
         check_width(site, site.input(0).width());
}

}  // namespace

bool check_operation(const Site& site) {
  const Node& node = site.node;
  switch (node.operation_type()) {
    case Operation_Embedding:
      return check(site, *node.operation_as_Embedding());
    case Operation_HashedNgrams:
      return check(site, *node.operation_as_HashedNgrams());
    case Operation_Dense:
      return check(site, *node.operation_as_Dense());
    case Operation_Conv1d:
      return check(site, *node.operation_as_Conv1d());
    case Operation_SimpleRnn:
      return check(site, *node.operation_as_SimpleRnn());
    case Operation_Gru:
      return check(site, *node.operation_as_Gru());
    case Operation_SelfAttention:
      return check(site, *node.operation_as_SelfAttention());
    case Operation_LayerNorm:
      return check(site, *node.operation_as_LayerNorm());
    case Operation_Add:
      return check(site, *node.operation_as_Add());
    case Operation_Concat:
      return check(site, *node.operation_as_Concat());
    case Operation_Pool:
      return check(site, *node.operation_as_Pool());
    case Operation_NONE:
      break;
  }
  return site.entry.refuse("operation", "kind # is not known", node.operation_type());
}

}  // namespace sentibyte::format
