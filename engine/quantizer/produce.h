// The whole job where the engine is at hand: calibrate, quantize, search, compare.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "quantizer/quantize.h"
#include "quantizer/text/token_texts.h"

namespace sentibyte::quantizer {

struct Texts {
  std::optional<TokenTexts> calibration;  ///< For activation ranges and for the search.
  std::optional<TokenTexts> evaluation;   ///< For the report's comparison with the float model.
};

struct Product {
  std::vector<std::uint8_t> blob;
  Report report;
};

/// Calibration texts, where given, replace the activation ranges that the blob holds. The search needs them.
Result<Product> produce(std::span<const std::byte> float_blob, const Options& options, const Texts& texts,
                        const Progress& progress = {});

}  // namespace sentibyte::quantizer
