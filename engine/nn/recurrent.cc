#include "nn/recurrent.h"

#include <algorithm>
#include <cstring>

namespace sentibyte::nn {
namespace {

void multiply(const Matrix& matrix, const Frame& frame, std::uint32_t value, std::size_t rows,
              const kernels::Output& to, std::span<std::byte> work) {
  if (matrix.is_int8()) return matrix.multiply(frame.quantized(value), rows, to, work);
  matrix.multiply(frame.real(value), rows, to);
}

}  // namespace

bool Recurrence::load(Build& build, const LayerSource& source, std::uint32_t input, std::int64_t input_bias,
                      std::uint32_t recurrent, std::int64_t recurrent_bias) {
  return input_.load(build, source, input, input_bias, format::Function_None, input_value_, false) &&
         recurrent_.load(build, source, recurrent, recurrent_bias, format::Function_None, output_value_, false);
}

Recurrence::Parts::Parts(const Recurrence& owner, std::size_t tokens) {
  const std::size_t gates = owner.input_.columns();
  const std::size_t hidden = owner.recurrent_.depth();
  state_sums = static_cast<std::size_t>(round_up(tokens * gates * sizeof(float)));
  state = state_sums + static_cast<std::size_t>(round_up(gates * sizeof(float)));
  first = state + static_cast<std::size_t>(round_up(hidden * sizeof(float)));
  work = first + static_cast<std::size_t>(round_up(hidden));
  end = work + std::max(owner.input_.scratch_bytes(), owner.recurrent_.scratch_bytes());
}

std::size_t Recurrence::scratch_bytes(std::size_t tokens) const { return Parts(*this, tokens).end; }

void Recurrence::run(const Frame& part, void (*step)(const kernels::RecurrentStep&)) const {
  const Frame text = part.whole();
  const std::size_t last = text.tokens() - 1;
  const Parts at(*this, text.tokens());
  std::byte* scratch = part.scratch().data();
  const std::size_t gates = input_.columns();
  const std::size_t hidden = recurrent_.depth();
  auto* sums = reinterpret_cast<float*>(scratch);
  auto* state_sums = reinterpret_cast<float*>(scratch + at.state_sums);
  const std::span<float> state(reinterpret_cast<float*>(scratch + at.state), hidden);
  const std::span<std::byte> work(scratch + at.work, at.end - at.work);

  const Frame tokens = reverse_ ? text.part(last + 1 - part.first() - part.count(), part.count()) : part;
  multiply(input_, tokens, input_value_, part.count(), {.real = sums, .real_stride = gates}, work);
  // A state of zeros, in u7: its own row, as there is none before the first token.
  auto* before = reinterpret_cast<std::uint8_t*>(scratch + at.first);
  if (part.first() == 0) {
    std::fill(state.begin(), state.end(), 0.0F);
    std::memset(before, part.plan(output_value_).quantization.zero_point, hidden);
  } else {
    before = text.output(output_value_, reverse_ ? last + 1 - part.first() : part.first() - 1).quantized;
  }

  for (std::size_t i = 0; i < part.count(); ++i) {
    const std::size_t token = reverse_ ? part.count() - 1 - i : i;
    const kernels::Output to{.real = state_sums, .real_stride = gates};
    if (recurrent_.is_int8()) {
      recurrent_.multiply(std::span<const std::uint8_t>(before, hidden), 1, to, work);
    } else {
      recurrent_.multiply(std::span<const float>(state), 1, to);
    }
    const kernels::Output output = tokens.output(output_value_, token);
    step({.input = std::span<const float>(sums + token * gates, gates),
          .recurrent = std::span<const float>(state_sums, gates),
          .state = state,
          .output = output});
    before = output.quantized;
  }
}

}  // namespace sentibyte::nn
