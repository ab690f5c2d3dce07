// Places every value of the graph in one block of memory; values that do not live at the same time share bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "nn/memory.h"
#include "nn/value.h"

namespace sentibyte::nn {

/// Sets real_at and quantized_at of `outputs`, the values that the executor's steps make one after the other, for
/// texts of `longest` tokens. `last_use` has the step that reads each value last. Returns the bytes needed, which may
/// exceed any limit: nothing is allocated here.
std::uint64_t place_values(std::span<ValuePlan> values, std::span<const std::uint32_t> outputs,
                           std::span<const std::uint32_t> last_use, std::size_t longest);

}  // namespace sentibyte::nn
