// A float model opened for editing: the blob's tables as objects, and the tensors to quantize as numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "model_generated.h"
#include "sentibyte/error.h"

namespace sentibyte::quantizer {

enum class Role : std::uint8_t {
  Matrix,     ///< Read by a matrix kernel: dense, convolution, recurrent.
  Rows,       ///< Pieces or hashed n-grams: a row is gathered for each token.
  Positions,  ///< The row that an embedding adds for each place in the text.
};

std::string_view name_of(Role role);

/// A tensor that becomes integers. Its first axis is the output channel, or the row of an embedding.
struct Weight {
  std::size_t tensor = 0;  ///< Index into the model's tensors.
  std::string name;
  Role role = Role::Matrix;
  std::size_t rows = 0;
  std::size_t row_size = 0;
  std::vector<float> numbers;

  std::span<const float> row(std::size_t index) const { return std::span(numbers).subspan(index * row_size, row_size); }
};

struct Network {
  format::ModelT model;
  std::vector<Weight> weights;  ///< In the order of the tensors.

  /// Nullptr where the tensor is not one to quantize.
  Weight* weight_of(std::uint32_t tensor);
};

/// Reads and checks `blob` as the engine does. A model that is quantized already is refused by name.
Result<Network> open_network(std::span<const std::byte> blob);

/// The float tensor `index` (a bias) as numbers, and back.
std::vector<float> read_floats(const format::TensorT& tensor);
void write_floats(format::TensorT& tensor, std::span<const float> numbers);

/// The blob's bytes: the same for the same network, on every machine.
std::vector<std::uint8_t> write_blob(const format::ModelT& model);

}  // namespace sentibyte::quantizer
