// A valid blob with one thing changed.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "model_generated.h"

namespace sentibyte::test {

using Edit = std::function<void(format::ModelT&)>;

/// The blob's model, changed by `edit` and written again with the same schema.
std::vector<std::byte> edited(const std::vector<std::byte>& blob, const Edit& edit);

/// The index of the first node of this kind; fails the test if there is none.
std::size_t node_of(const format::ModelT& model, format::Operation kind);

}  // namespace sentibyte::test
