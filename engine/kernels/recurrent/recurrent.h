/// The element-wise part of one step of a recurrent layer; the matrix parts run through the GEMM, one row per step.
#pragma once

#include <span>

#include "kernels/kernel.h"
#include "kernels/output.h"

namespace sentibyte::kernels {

/// Gates side by side in the order reset, update, new, each `state.size()` wide:
/// r = sigmoid(xr + hr); z = sigmoid(xz + hz); n = tanh(xn + r * hn); h' = n + z * (h - n).
struct GruStep {
  std::span<const float> input = {};      // W x + b, [3 hidden]
  std::span<const float> recurrent = {};  // U h + c, [3 hidden]
  std::span<float> state = {};            // h before, h' after
  /// Row 0 receives h' too: the sequence's row, the u7 state for the next step's GEMM, or both.
  Output output = {};
};

/// h' = tanh(input + recurrent).
struct RnnStep {
  std::span<const float> input = {};      // W x + b
  std::span<const float> recurrent = {};  // U h
  std::span<float> state = {};            // receives h'
  Output output = {};
};

SENTIBYTE_KERNEL(void, gru_step, const GruStep& task)
SENTIBYTE_KERNEL(void, rnn_step, const RnnStep& task)

}  // namespace sentibyte::kernels
