#include <cmath>

#include "format/check.h"

namespace sentibyte::format {

bool is_positive(float number) { return number > 0 && std::isfinite(number); }

bool check_values(const Model& model, Refusal& refusal) {
  const auto& values = *model.values();
  if (values.size() > kMostValues) return refusal.refuse("values: # entries, more than #", values.size(), kMostValues);
  for (flatbuffers::uoffset_t i = 0; i < values.size(); ++i) {
    const Value& value = *values.Get(i);
    const Entry entry{refusal, "values", i};
    if (value.width() == 0 || value.width() > kWidest) {
      return entry.refuse("width", "#, not 1 to #", value.width(), kWidest);
    }
    if (const Range* range = value.range()) {
      if (!std::isfinite(range->min()) || !std::isfinite(range->max()) || range->min() > range->max()) {
        return entry.refuse("range", "not two finite numbers in order");
      }
    }
    if (const Activation* activation = value.activation()) {
      if (!is_positive(activation->scale())) return entry.refuse("activation.scale", "not a finite number above 0");
      if (activation->zero_point() > 127) {
        return entry.refuse("activation.zero_point", "#, not 0 to 127", activation->zero_point());
      }
    }
  }
  return true;
}

}  // namespace sentibyte::format
