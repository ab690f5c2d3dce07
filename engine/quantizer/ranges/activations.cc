#include "quantizer/ranges/activations.h"

#include <memory>

#include "format/problem.h"

namespace sentibyte::quantizer {
Result<std::vector<ActivationRange>> activation_ranges(const Network& network,
                                                       std::span<const std::optional<Range>> calibrated) {
  std::vector<ActivationRange> ranges;
  for (const auto& [index, is_state] : network.multiplied) {
    const format::ValueT& value = *network.model.values[index];
    if (index < calibrated.size() && calibrated[index]) {
      ranges.push_back({index, value.name, *calibrated[index], "calibration"});
    } else if (value.range) {
      ranges.push_back({index, value.name, {value.range->min(), value.range->max()}, "blob"});
    } else if (is_state) {
      ranges.push_back({index, value.name, {-1.0F, 1.0F}, "bound"});  // tanh, or a mean of tanh's
    } else {
      return Error{ErrorCode::Input, format::at("values", index, "range") + ": the blob has none for " + value.name +
                                         "; calibration ids are needed (--calibrate)"};
    }
  }
  return ranges;
}

void set_activations(format::ModelT& model, std::span<const ActivationRange> ranges) {
  for (const ActivationRange& range : ranges) {
    const ActivationGrid grid = make_activation_grid(range.range);
    model.values[range.value]->activation = std::make_unique<format::Activation>(grid.scale, grid.zero_point);
  }
}

}  // namespace sentibyte::quantizer
