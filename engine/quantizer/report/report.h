// What the quantization did to each tensor and to the whole, as data and as JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "quantizer/codes/weight_codes.h"
#include "quantizer/options/options.h"
#include "quantizer/pruning/neuron_pruning.h"
#include "quantizer/ranges/activations.h"

namespace sentibyte::quantizer {

struct TensorReport {
  std::string name;
  format::TensorRole role = format::TensorRole::Matrix;
  std::vector<std::uint32_t> shape;
  int bits = 8;
  bool sparse = false;
  std::size_t bytes = 0;  ///< Codes, scales and zero points.
  std::size_t zeros = 0;  ///< Weights that are exactly 0 after quantization.
  Range range;            ///< Of all numbers, before clipping.
  float least_scale = 0.0F;
  float most_scale = 0.0F;
  int least_zero_point = 0;
  int most_zero_point = 0;
  std::size_t grids = 1;
  ErrorSums errors;
  std::size_t elements = 0;
  /// Power of two only: n of Q(x, n) = round(x 2^n). The errors then are E(x, n).
  std::optional<int> least_fraction_bits;
  std::optional<int> most_fraction_bits;
};

/// The quantized model against the float one on given texts.
struct Comparison {
  std::size_t texts = 0;
  double agreement = 0.0;         ///< Share of texts with the same most probable class.
  double mean_logit_error = 0.0;  ///< Mean absolute difference over all logits.
  double max_logit_error = 0.0;
  double mean_score_error = 0.0;  ///< Of the score in [-1, 1].
};

struct SearchReport {
  int trials = 0;
  int improvements = 0;
  double loss_before = 0.0;  ///< Mean squared logit error with the ranges as found.
  double loss = 0.0;
};

struct Report {
  std::string model;
  std::string options;
  std::string path;  ///< "fast", or "scalar": weights with zero points, which no SIMD kernel multiplies.
  std::size_t float_bytes = 0;
  std::size_t bytes = 0;
  std::vector<TensorReport> tensors;
  std::vector<ActivationRange> activations;
  std::vector<PrunedLayer> pruned_layers;
  std::optional<Comparison> comparison;
  std::optional<SearchReport> search;
};

TensorReport report_tensor(const Weight& weight, const WeightCodes& codes, Scheme scheme,
                           const format::TensorT& stored);

std::string to_json(const Report& report);

}  // namespace sentibyte::quantizer
