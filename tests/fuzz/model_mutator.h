// Mutation of blobs by what they mean: a field of the schema takes another value, and the blob is written again. Bytes
// changed blindly mostly hit the verifier; these get past it, into the checks, the executor and the quantizer.
#pragma once

#include <cstddef>
#include <cstdint>

#include "model_generated.h"
#include "support/random.h"

namespace sentibyte::fuzz {

/// Changes one thing.
void mutate(format::ModelT& model, tests::Random& random);

/// For LLVMFuzzerCustomMutator: the blob in `data` with some changes, or another model where it holds none. Now and
/// then libFuzzer's own mutation of its bytes.
std::size_t mutate_blob(std::uint8_t* data, std::size_t size, std::size_t most, std::uint32_t seed);

}  // namespace sentibyte::fuzz
