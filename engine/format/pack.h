// What a writer of blobs needs: numbers to the schema's bit streams and bitmaps.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sentibyte::format {

/// `numbers` is rows of `row_size`, each within `bits` bits; every row starts on a byte boundary.
std::vector<std::uint8_t> pack_codes(std::span<const std::int8_t> numbers, std::size_t row_size, unsigned bits);

/// A bitmap of the entries that differ from their row's zero point (one for all, one per row, or none: 0), then those
/// entries without row padding.
std::vector<std::uint8_t> pack_sparse_codes(std::span<const std::int8_t> numbers, std::size_t row_size, unsigned bits,
                                            std::span<const std::int8_t> zero_points = {});

std::vector<std::uint8_t> pack_floats(std::span<const float> numbers);

/// A bitmap of the entries that are not 0, then those entries.
std::vector<std::uint8_t> pack_sparse_floats(std::span<const float> numbers);

}  // namespace sentibyte::format
