// A report as JSON: every part of it, in order.
#include "quantizer/report/report.h"

#include <cmath>

#include <gtest/gtest.h>

#include "fixtures.h"

namespace sentibyte::quantizer {
namespace {

TEST(ReportTest, OnlyPowersOfTwoHaveBitsBehindThePoint) {
  for (const Scheme scheme : {Scheme::Symmetric, Scheme::PowerOfTwo}) {
    Options options;
    options.scheme = scheme;
    for (const TensorReport& tensor : quantized("dense", options).report.tensors) {
      ASSERT_EQ(tensor.least_fraction_bits.has_value(), scheme == Scheme::PowerOfTwo) << tensor.name;
      if (scheme == Scheme::Symmetric) continue;
      EXPECT_EQ(std::ldexp(1.0F, -*tensor.least_fraction_bits), tensor.most_scale) << tensor.name;
      EXPECT_EQ(std::ldexp(1.0F, -*tensor.most_fraction_bits), tensor.least_scale) << tensor.name;
    }
  }
}

TEST(ReportTest, EveryPartIsWritten) {
  Report report;
  report.model = "m";
  report.options = "--bits 4";
  report.path = "fast";
  report.float_bytes = 1000;
  report.bytes = 300;
  report.comparison = Comparison{12, 0.75, 0.5, 2.0, 0.25};
  report.search = SearchReport{30, 4, 0.5, 0.125};
  TensorReport tensor;
  tensor.name = "w";
  tensor.shape = {3, 4};
  tensor.bits = 4;
  tensor.sparse = true;
  tensor.bytes = 24;
  tensor.zeros = 6;
  tensor.range = {-1.0F, 2.0F};
  tensor.least_scale = 0.25F;
  tensor.most_scale = 0.5F;
  tensor.grids = 3;
  tensor.elements = 12;
  tensor.errors.absolute = 3.0;
  tensor.errors.largest = 0.5F;
  tensor.least_fraction_bits = 1;
  tensor.most_fraction_bits = 2;
  report.tensors = {tensor};
  PrunedLayer layer;
  layer.value = "hidden";
  layer.width_before = 8;
  layer.width_after = 6;
  report.pruned_layers = {layer, layer};
  EXPECT_EQ(to_json(report), R"({
  "model": "m",
  "options": "--bits 4",
  "path": "fast",
  "float_bytes": 1000,
  "bytes": 300,
  "against_float": {
    "texts": 12,
    "agreement": 0.75,
    "mean_logit_error": 0.5,
    "max_logit_error": 2,
    "mean_score_error": 0.25
  },
  "search": {
    "trials": 30,
    "improvements": 4,
    "loss_before": 0.5,
    "loss": 0.125
  },
  "tensors": [
    {
      "name": "w",
      "role": "matrix",
      "shape": [
        3,
        4
      ],
      "bits": 4,
      "sparse": true,
      "bytes": 24,
      "zeros": 0.5,
      "range": [
        -1,
        2
      ],
      "grids": 3,
      "scale": [
        0.25,
        0.5
      ],
      "zero_point": 0,
      "mean_error": 0.25,
      "max_error": 0.5,
      "sqnr_db": 0,
      "fixed_point": {
        "n": [
          1,
          2
        ],
        "mean_E": 0.25,
        "max_E": 0.5
      }
    }
  ],
  "activations": [],
  "pruned_neurons": [
    {
      "value": "hidden",
      "before": 8,
      "after": 6
    },
    {
      "value": "hidden",
      "before": 8,
      "after": 6
    }
  ]
}
)");
}

}  // namespace
}  // namespace sentibyte::quantizer
