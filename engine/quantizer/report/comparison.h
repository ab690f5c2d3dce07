// The quantized model against the float one, both in the real engine.
#pragma once

#include <span>
#include <vector>

#include "quantizer/report/report.h"
#include "quantizer/text/token_texts.h"
#include "sentibyte/engine.h"

namespace sentibyte::quantizer {

/// What a model says about each text: class logits and the raw score side by side, and the scores.
struct Answers {
  std::size_t width = 0;  ///< Numbers per text: classes + 1.
  std::vector<float> logits;
  std::vector<float> results;
};

Result<Answers> answer(std::span<const std::uint8_t> blob, const TokenTexts& texts);

Comparison compare(const Answers& original, const Answers& quantized);

/// Mean squared difference of the logits: what the random search lowers.
double logit_loss(const Answers& original, const Answers& quantized);

}  // namespace sentibyte::quantizer
