// A float model opened for editing: the blob's tables as objects, and the tensors to quantize as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "format/operations.h"
#include "model_generated.h"
#include "sentibyte/error.h"

namespace sentibyte::quantizer {

/// The role in words, for reports: "matrix", "rows" or "positions".
std::string_view name_of(format::TensorRole role);

/// A tensor that becomes integers. Its first axis is the output channel, or the row of an embedding.
struct Weight {
  std::size_t tensor = 0;  ///< Index into the model's tensors.
  std::string name;
  format::TensorRole role = format::TensorRole::Matrix;
  std::size_t rows = 0;
  std::size_t row_size = 0;
  std::vector<float> numbers;

  std::span<const float> row(std::size_t index) const { return std::span(numbers).subspan(index * row_size, row_size); }
};

/// A value that int8 kernels read.
struct MultipliedValue {
  std::size_t value = 0;
  bool is_state = false;  ///< of a recurrent layer: within [-1, 1] whatever the text
};

struct Network {
  format::ModelT model;
  std::vector<Weight> weights;              ///< In the order of the tensors.
  std::vector<format::TensorUse> uses;      ///< Every use of every tensor; nothing here changes them.
  std::vector<MultipliedValue> multiplied;  ///< In the order of the values.

  /// Nullptr where the tensor is not one to quantize.
  Weight* weight_of(std::uint32_t tensor);
};

/// The values that are multiplied with matrices: those that need a grid. In the order of the values.
std::vector<MultipliedValue> multiplied_values(const format::Model& model);

/// Reads and checks `blob` as the engine does. A model that is quantized already is refused by name.
Result<Network> open_network(std::span<const std::byte> blob);

/// The float tensor `index` (a bias) as numbers, and back.
std::vector<float> read_floats(const format::TensorT& tensor);
void write_floats(format::TensorT& tensor, std::span<const float> numbers);

/// The blob's bytes: the same for the same network, on every machine.
std::vector<std::uint8_t> write_blob(const format::ModelT& model);

}  // namespace sentibyte::quantizer
