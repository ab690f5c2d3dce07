// Places every value of the graph in one block of memory; values that do not live at the same time share bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "nn/memory.h"
#include "nn/value.h"

namespace sentibyte::nn {

/// What a step of the executor reads and writes.
struct Use {
  std::vector<std::uint32_t> inputs;
  std::uint32_t output = 0;
};

/// Sets real_at and quantized_at of the values that `uses` mention, for texts of `longest` tokens; `kept` outlive
/// the last step. Returns the bytes needed, which may exceed any limit: nothing is allocated here.
std::uint64_t place_values(std::span<ValuePlan> values, std::span<const Use> uses, std::span<const std::uint32_t> kept,
                           std::size_t longest);

}  // namespace sentibyte::nn
