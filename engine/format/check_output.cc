#include "format/check.h"

namespace sentibyte::format {
namespace {

constexpr flatbuffers::uoffset_t kMostClasses = 256;

/// A value of the graph that the model answers with.
struct Answer {
  const char* field;
  std::uint32_t index;
  std::uint32_t width;
};

bool check_answer(const Model& model, const Answer& answer, Refusal& refusal) {
  const auto& values = *model.values();
  // Its message is that of an entry without a list.
  const auto refuse = [&](const char* text, std::size_t a, std::size_t b) {
    std::string whole("output.");
    whole += answer.field;
    whole += text;
    return refusal.refuse(whole.c_str(), a, b);
  };
  if (answer.index >= values.size()) return refuse(": value # of #", answer.index, values.size());
  const Value& value = *values.Get(answer.index);
  if (value.sequence()) return refuse(": values[#] has one row per token, not one per text", answer.index, 0);
  if (value.width() != answer.width) return refuse(": # columns, not #", value.width(), answer.width);
  return true;
}

bool check_classes(const flatbuffers::Vector<flatbuffers::Offset<flatbuffers::String>>& classes, Refusal& refusal) {
  if (classes.size() < 2 || classes.size() > kMostClasses) {
    return refusal.refuse("output.classes: # entries, not 2 to #", classes.size(), kMostClasses);
  }
  for (flatbuffers::uoffset_t i = 0; i < classes.size(); ++i) {
    const std::string_view name = classes.Get(i)->string_view();
    if (name.empty()) return refusal.refuse("output.classes[#]: empty", i);
    if (!is_utf8(name)) return refusal.refuse("output.classes[#]: not UTF-8", i);
    for (flatbuffers::uoffset_t j = 0; j < i; ++j) {
      if (classes.Get(j)->string_view() == name) {
        return refusal.refuse("output.classes[#]: the same name as entry #", i, j);
      }
    }
  }
  return true;
}

}  // namespace

bool check_output(const Model& model, Refusal& refusal) {
  if (!is_utf8(model.name()->string_view())) return refusal.refuse("name: not UTF-8");
  if (!is_utf8(model.family()->string_view())) return refusal.refuse("family: not UTF-8");
  if (model.longest() == 0) return refusal.refuse("longest: 0 tokens");
  const Output& output = *model.output();
  if (!check_classes(*output.classes(), refusal)) return false;
  if (!check_answer(model, {"logits", output.logits(), output.classes()->size()}, refusal)) return false;
  if (output.score() < -1) return refusal.refuse("output.score: below -1");
  if (output.score() >= 0) {
    if (!check_answer(model, {"score", static_cast<std::uint32_t>(output.score()), 1}, refusal)) return false;
  }
  if (!is_positive(output.temperature())) return refusal.refuse("output.temperature: not a finite number above 0");
  return true;
}

}  // namespace sentibyte::format
