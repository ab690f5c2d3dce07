// What sentibyte-quantize --help prints.
#pragma once

#include <cstdint>
#include <string>

namespace sentibyte::quantizer {

/// The parts of the usage, in their order.
enum class Section : std::uint8_t { Weights, Pruning, Activations, Search, Output };

std::string usage();

}  // namespace sentibyte::quantizer
