#include <cmath>

#include "format/check.h"

namespace sentibyte::format {
namespace {

constexpr flatbuffers::uoffset_t kMostClasses = 256;

Problem check_vector(const Model& model, std::string_view where, std::uint64_t index, std::uint32_t width) {
  const auto& values = *model.values();
  if (index >= values.size()) {
    return invalid(where, "value " + digits(index) + " of " + digits(values.size()));
  }
  const Value& value = *values.Get(static_cast<flatbuffers::uoffset_t>(index));
  if (value.sequence()) return invalid(where, at("values", index) + " is a row a token, not a row a text");
  if (value.width() != width) return count_differs(where, value.width(), "columns", width);
  return {};
}

Problem check_classes(const flatbuffers::Vector<flatbuffers::Offset<flatbuffers::String>>& classes) {
  if (classes.size() < 2 || classes.size() > kMostClasses) {
    return invalid("output.classes", digits(classes.size()) + " entries, not 2 to " + digits(kMostClasses));
  }
  for (flatbuffers::uoffset_t i = 0; i < classes.size(); ++i) {
    const auto& name = *classes.Get(i);
    if (name.size() == 0) return invalid(at("output.classes", i), "empty");
    if (!is_utf8(name.c_str(), name.size())) return invalid(at("output.classes", i), "not UTF-8");
    for (flatbuffers::uoffset_t j = 0; j < i; ++j) {
      if (classes.Get(j)->string_view() == name.string_view()) {
        return invalid(at("output.classes", i), "the same name as entry " + digits(j));
      }
    }
  }
  return {};
}

}  // namespace

Problem check_output(const Model& model) {
  if (!is_utf8(model.name()->c_str(), model.name()->size())) return invalid("name", "not UTF-8");
  if (!is_utf8(model.family()->c_str(), model.family()->size())) return invalid("family", "not UTF-8");
  if (model.longest() == 0) return invalid("longest", "0 tokens");
  const Output& output = *model.output();
  if (auto problem = check_classes(*output.classes())) return problem;
  if (auto problem = check_vector(model, "output.logits", output.logits(), output.classes()->size())) return problem;
  if (output.score() < -1) return invalid("output.score", "below -1");
  if (output.score() >= 0) {
    if (auto problem = check_vector(model, "output.score", static_cast<std::uint64_t>(output.score()), 1)) {
      return problem;
    }
  }
  if (!(output.temperature() > 0) || !std::isfinite(output.temperature())) {
    return invalid("output.temperature", "not a finite number above 0");
  }
  if (!(output.neutral_band() >= 0) || !(output.neutral_band() <= 1)) {
    return invalid("output.neutral_band", "not a number from 0 to 1");
  }
  return {};
}

}  // namespace sentibyte::format
