// What a node costs, in the steps of FORMAT.md, "Work".
#pragma once

#include <cstdint>

#include "model_generated.h"

namespace sentibyte::format {

/// For a text of `tokens`; the largest number there is where there are more. The model is checked but for its work.
std::uint64_t steps_of(const Model& model, const Node& node, std::uint32_t tokens);

}  // namespace sentibyte::format
