/// The element-wise part of one step of a recurrent layer; the matrix parts run through the GEMM, one row per step.
#pragma once

#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

/// One token. `input` and `recurrent` hold one sum per row of W and U: the hidden width, or three times that for a GRU.
struct RecurrentStep {
  std::span<const float> input = {};      // W x + b
  std::span<const float> recurrent = {};  // U h + c
  std::span<float> state = {};            // h before, h' after
  /// Row 0 receives h' too: the sequence's row, the u7 state for the next step's GEMM, or both.
  Output output = {};
};

/// Gates side by side in the order reset, update, new, each `state.size()` wide:
/// r = sigmoid(xr + hr); z = sigmoid(xz + hz); n = tanh(xn + r * hn); h' = n + z * (h - n).
SENTIBYTE_KERNEL(void, gru_step, const RecurrentStep& task)
/// h' = tanh(input + recurrent).
SENTIBYTE_KERNEL(void, rnn_step, const RecurrentStep& task)

}  // namespace sentibyte::kernels
