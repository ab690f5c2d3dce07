// A value of the graph as the executor sees it: which forms it takes and where they lie.
#pragma once

#include <cstddef>
#include <vector>

#include "kernels/output.h"
#include "model_generated.h"

namespace sentibyte::nn {

struct ValuePlan {
  bool sequence = false;  ///< a row a token, else a row a text
  std::size_t width = 0;

  // Forms that somebody reads; the node that makes the value writes just these.
  bool real = false;
  bool quantized = false;

  float scale = 1;  ///< of the u7 form
  kernels::Quantization quantization;

  std::size_t real_at = 0;  ///< in the arena
  std::size_t quantized_at = 0;

  std::size_t rows(std::size_t tokens) const { return sequence ? tokens : 1; }
};

/// Decides the forms of every value from the nodes that read it: integer kernels read u7, everything else float32.
std::vector<ValuePlan> plan_values(const format::Model& model);

/// How often each value is read, the model's output included.
std::vector<std::uint32_t> count_readers(const format::Model& model);

/// The matrix (or pair of matrices) of a node is Integer. False for operations without one.
bool has_integer_matrix(const format::Model& model, const format::Node& node);

/// The node multiplies by a weight matrix: Dense, Conv1d, SimpleRnn, Gru.
bool has_matrix(const format::Node& node);

}  // namespace sentibyte::nn
