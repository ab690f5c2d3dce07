// What the simple RNN and the GRU share: W x for all tokens of a part at once, then U h one token after the other.
#pragma once

#include "kernels/recurrent/recurrent.h"
#include "nn/matrix.h"

namespace sentibyte::nn {

/// The two matrices of a recurrent layer and the walk over the tokens. The element-wise step is the layer's own.
class Recurrence {
 public:
  Recurrence(const LayerSource& source, bool reverse)
      : reverse_(reverse), input_value_(source.input()), output_value_(source.output()) {}

  /// Packs both matrices. The input's is multiplied with the node's input, the recurrent one with the node's output.
  [[nodiscard]] bool load(Build& build, const LayerSource& source, std::uint32_t input, std::int64_t input_bias,
                          std::uint32_t recurrent, std::int64_t recurrent_bias);

  std::size_t scratch_bytes(std::size_t tokens) const;

  /// The tokens that `part` is of, in the order of the walk. `step` makes the next state of one from the two products.
  void run(const Frame& part, void (*step)(const kernels::RecurrentStep&)) const;

 private:
  /// Where the parts of the scratch begin; each starts at a multiple of kAlignment.
  struct Parts {
    Parts(const Recurrence& owner, std::size_t tokens);
    std::size_t state_sums, state, first, work, end;
  };

  Matrix input_;
  Matrix recurrent_;
  bool reverse_;
  std::uint32_t input_value_;
  std::uint32_t output_value_;
};

}  // namespace sentibyte::nn
