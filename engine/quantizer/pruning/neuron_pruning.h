// Structured pruning: whole neurons leave the network, which then is a smaller network of the same kind and runs
// faster on every kernel.
//
// A neuron can leave where everything that reads it is a matrix whose column it is: between a dense layer or a
// convolution and the layers after it, with pooling over time in between. Its row, its bias and the columns that
// read it go together. Values that are added, normalised or concatenated keep their width.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "quantizer/network.h"

namespace sentibyte::quantizer {

struct PrunedLayer {
  std::string value;  ///< The layer's output.
  std::size_t width_before = 0;
  std::size_t width_after = 0;
};

/// Removes floor(fraction * width) neurons of each such layer, at least one neuron staying: those with the least
/// |row| * |columns| (Euclidean norms), which bound what a neuron can add to the layers after it. An empty result
/// means that the network has no such layer.
std::vector<PrunedLayer> prune_neurons(Network& network, double fraction);

}  // namespace sentibyte::quantizer
