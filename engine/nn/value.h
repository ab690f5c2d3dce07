// A value of the graph as the executor sees it: which forms it takes and where they lie.
#pragma once

#include <cstddef>
#include <vector>

#include "kernels/output.h"
#include "model_generated.h"

namespace sentibyte::nn {

struct ValuePlan {
  bool sequence = false;  ///< one row per token, else one row per text
  std::size_t width = 0;

  // Forms that somebody reads; the node that makes the value writes just these.
  bool real = false;
  bool quantized = false;

  float scale = 1.0F;  ///< of the u7 form
  kernels::Quantization quantization;

  std::size_t real_at = 0;  ///< in the arena
  std::size_t quantized_at = 0;

  std::size_t rows(std::size_t tokens) const { return sequence ? tokens : 1; }
};

/// Decides the forms of every value from the nodes that read it: int8 kernels read u7, everything else float32.
std::vector<ValuePlan> plan_values(const format::Model& model);

/// How often each value is read, the model's output included.
std::vector<std::uint32_t> count_readers(const format::Model& model);

/// The node multiplies by matrices that are stored as codes. False for operations without a matrix.
bool runs_in_int8(const format::Model& model, const format::Node& node);

}  // namespace sentibyte::nn
