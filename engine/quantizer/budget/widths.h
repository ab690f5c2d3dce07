// The bit width of each tensor.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "quantizer/network.h"
#include "quantizer/options/options.h"

namespace sentibyte::quantizer {

/// What the training says about itself: the blob's fact `bits`, a flat JSON object of widths by tensor name, as
/// models/train writes it. Its presence means that the weights were trained under min-max rounding at these
/// widths. Nothing where there is no such fact, or where it is something else.
inline constexpr const char* kTrainedWidthsKey = "bits";

std::optional<std::vector<WidthRule>> trained_widths(const format::ModelT& model);

/// For each weight: its width, or nothing where the budget shall decide. An option that names no tensor is an error.
Result<std::vector<std::optional<int>>> widths_by_rule(const Network& network, const Options& options);

}  // namespace sentibyte::quantizer
