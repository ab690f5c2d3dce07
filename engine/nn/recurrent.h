// What the simple RNN and the GRU share: W x for all tokens at once, then U h one token after the other.
#pragma once

#include <algorithm>
#include <cstring>

#include "nn/matrix.h"

namespace sentibyte::nn {

/// The two matrices of a recurrent layer and the walk over the tokens. The element-wise step is the layer's own.
class Recurrence {
 public:
  Recurrence(Matrix input, Matrix recurrent, bool reverse, std::uint32_t input_value, std::uint32_t output_value)
      : input_(std::move(input)),
        recurrent_(std::move(recurrent)),
        reverse_(reverse),
        input_value_(input_value),
        output_value_(output_value) {}

  std::size_t scratch_bytes(std::size_t tokens) const { return Parts(*this, tokens).end; }

  /// `step(Wx + b, Uh + c, state, output)` makes the next state from the two sums of one token.
  template <class Step>
  void run(const Frame& frame, Step step) const {
    const Parts at(*this, frame.tokens());
    std::byte* scratch = frame.scratch().data();
    const std::size_t gates = input_.columns();
    const std::size_t hidden = recurrent_.depth();
    auto* sums = reinterpret_cast<float*>(scratch);
    auto* state_sums = reinterpret_cast<float*>(scratch + at.state_sums);
    const std::span<float> state(reinterpret_cast<float*>(scratch + at.state), hidden);
    const std::span<std::byte> work(scratch + at.work, at.end - at.work);

    multiply(input_, frame, input_value_, frame.tokens(), {.real = sums, .real_stride = gates}, work);
    std::fill(state.begin(), state.end(), 0.0F);
    // A state of zeros, in u7: its own row, as there is none before the first token.
    auto* before = reinterpret_cast<std::uint8_t*>(scratch + at.first);
    std::memset(before, frame.plan(output_value_).quantization.zero_point, hidden);

    for (std::size_t i = 0; i < frame.tokens(); ++i) {
      const std::size_t token = reverse_ ? frame.tokens() - 1 - i : i;
      const kernels::Output to{.real = state_sums, .real_stride = gates};
      if (recurrent_.is_integer()) {
        recurrent_.multiply(std::span<const std::uint8_t>(before, hidden), 1, to, work);
      } else {
        recurrent_.multiply(std::span<const float>(state), 1, to);
      }
      const kernels::Output output = frame.output(output_value_, token);
      step(std::span<const float>(sums + token * gates, gates), std::span<const float>(state_sums, gates), state,
           output);
      before = output.quantized;
    }
  }

 private:
  /// Where the parts of the scratch begin; each starts at a multiple of kAlignment.
  struct Parts {
    Parts(const Recurrence& owner, std::size_t tokens) {
      const std::size_t gates = owner.input_.columns();
      const std::size_t hidden = owner.recurrent_.depth();
      state_sums = static_cast<std::size_t>(round_up(tokens * gates * sizeof(float)));
      state = state_sums + static_cast<std::size_t>(round_up(gates * sizeof(float)));
      first = state + static_cast<std::size_t>(round_up(hidden * sizeof(float)));
      work = first + static_cast<std::size_t>(round_up(hidden));
      end = work + std::max(owner.input_.scratch_bytes(), owner.recurrent_.scratch_bytes());
    }
    std::size_t state_sums, state, first, work, end;
  };

  static void multiply(const Matrix& matrix, const Frame& frame, std::uint32_t value, std::size_t rows,
                       const kernels::Output& to, std::span<std::byte> work) {
    if (matrix.is_integer()) return matrix.multiply(frame.quantized(value), rows, to, work);
    matrix.multiply(frame.real(value), rows, to);
  }

  Matrix input_;
  Matrix recurrent_;
  bool reverse_;
  std::uint32_t input_value_;
  std::uint32_t output_value_;
};

/// Packs both matrices. The input's is multiplied with the node's input, the recurrent one with the node's output.
inline Result<Recurrence> make_recurrence(Build& build, const Site& site, std::uint32_t input, std::int32_t input_bias,
                                          std::uint32_t recurrent, std::int32_t recurrent_bias, bool reverse) {
  auto first = Matrix::make(build, site, input, input_bias, format::Function_None, site.input(), false);
  if (!first) return first.error();
  auto second = Matrix::make(build, site, recurrent, recurrent_bias, format::Function_None, site.output(), false);
  if (!second) return second.error();
  return Recurrence(std::move(first).value(), std::move(second).value(), reverse, site.input(), site.output());
}

}  // namespace sentibyte::nn
