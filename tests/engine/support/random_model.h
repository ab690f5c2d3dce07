// Valid models that nobody would train: any graph that the schema allows, any way to store its weights, numbers from
// float's smallest to its largest.
#pragma once

#include <cstdint>
#include <vector>

#include "model_generated.h"
#include "support/random.h"

namespace sentibyte::test {

/// The same `random` gives the same model on every machine.
format::ModelT random_model(tests::Random& random);

/// Texts for `random_model`, of a length from none to the model's longest.
std::vector<std::vector<std::uint16_t>> random_texts(tests::Random& random, std::uint32_t longest,
                                                     std::uint32_t vocabulary);

}  // namespace sentibyte::test
