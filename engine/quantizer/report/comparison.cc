#include "quantizer/report/comparison.h"

#include <algorithm>
#include <cmath>

namespace sentibyte::quantizer {
namespace {

std::size_t most_probable(std::span<const float> classes) {
  return static_cast<std::size_t>(std::max_element(classes.begin(), classes.end()) - classes.begin());
}

double mean_of(double sum, std::size_t count) { return count == 0 ? 0.0 : sum / static_cast<double>(count); }

}  // namespace

Result<Answers> answer(std::span<const std::uint8_t> blob, const TokenTexts& texts) {
  auto engine = Engine::load(std::as_bytes(blob));
  if (!engine) return engine.error();
  auto results = engine.value().run(texts.ids, texts.lengths);
  if (!results) return results.error();
  const std::span<const float> logits = engine.value().logits();
  return Answers{engine.value().describe().classes.size() + 1,
                 {logits.begin(), logits.end()},
                 {results.value().begin(), results.value().end()}};
}

Comparison compare(const Answers& original, const Answers& quantized) {
  Comparison comparison;
  comparison.texts = original.width == 0 ? 0 : original.logits.size() / original.width;
  const std::size_t classes = original.width - 1;
  std::size_t agreed = 0;
  double logit_sum = 0.0;
  double score_sum = 0.0;
  for (std::size_t text = 0; text < comparison.texts; ++text) {
    const std::size_t at = text * original.width;
    const auto ours = std::span(quantized.logits).subspan(at, classes);
    const auto theirs = std::span(original.logits).subspan(at, classes);
    agreed += most_probable(ours) == most_probable(theirs) ? 1 : 0;
    for (std::size_t c = 0; c < classes; ++c) {
      const double error = std::fabs(static_cast<double>(ours[c]) - static_cast<double>(theirs[c]));
      logit_sum += error;
      comparison.max_logit_error = std::max(comparison.max_logit_error, error);
    }
    score_sum += std::fabs(static_cast<double>(quantized.results[at + classes]) -
                           static_cast<double>(original.results[at + classes]));
  }
  comparison.agreement = mean_of(static_cast<double>(agreed), comparison.texts);
  comparison.mean_logit_error = mean_of(logit_sum, comparison.texts * classes);
  comparison.mean_score_error = mean_of(score_sum, comparison.texts);
  return comparison;
}

double logit_loss(const Answers& original, const Answers& quantized) {
  double sum = 0.0;
  for (std::size_t i = 0; i < original.logits.size(); ++i) {
    const double error = static_cast<double>(quantized.logits[i]) - static_cast<double>(original.logits[i]);
    sum += error * error;
  }
  return mean_of(sum, original.logits.size());
}

}  // namespace sentibyte::quantizer
