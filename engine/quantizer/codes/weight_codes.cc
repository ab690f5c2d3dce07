#include "quantizer/codes/weight_codes.h"

#include <algorithm>

#include "format/pack.h"
#include "format/tensor.h"

namespace sentibyte::quantizer {
namespace {

std::size_t kept_codes(const WeightCodes& codes, std::size_t row_size) {
  std::size_t kept = 0;
  for (std::size_t start = 0, row = 0; start < codes.codes.size(); start += row_size, ++row) {
    const auto zero = static_cast<std::int8_t>(codes.grid(row).zero_point);
    const auto first = codes.codes.begin() + static_cast<std::ptrdiff_t>(start);
    kept += row_size - static_cast<std::size_t>(std::count(first, first + static_cast<std::ptrdiff_t>(row_size), zero));
  }
  return kept;
}

}  // namespace

std::vector<Range> find_ranges(const Weight& weight, int bits, const WeightSettings& settings) {
  if (settings.granularity != Granularity::Channel) return {find_range(weight.numbers, bits, settings.range)};
  std::vector<Range> ranges;
  ranges.reserve(weight.rows);
  for (std::size_t row = 0; row < weight.rows; ++row) {
    ranges.push_back(find_range(weight.row(row), bits, settings.range));
  }
  return ranges;
}

Range find_global_range(std::span<const Weight> weights, int bits, const RangeOptions& options) {
  std::vector<float> all;
  for (const Weight& weight : weights) all.insert(all.end(), weight.numbers.begin(), weight.numbers.end());
  return find_range(all, bits, options);
}

WeightCodes encode(const Weight& weight, int bits, std::span<const Range> ranges, const WeightSettings& settings,
                   float factor) {
  WeightCodes result{bits, std::vector<std::int8_t>(weight.numbers.size()), {}, {}};
  const std::size_t group = ranges.size() == 1 ? weight.numbers.size() : weight.row_size;
  const std::span<const float> numbers(weight.numbers);
  const std::span<std::int8_t> codes(result.codes);
  result.grids.reserve(ranges.size());
  for (std::size_t g = 0; g < ranges.size(); ++g) {
    const Range range{ranges[g].min * factor, ranges[g].max * factor};
    const Grid grid = make_grid(settings.range.scheme, bits, range);
    const auto from = numbers.subspan(g * group, group);
    const auto to = codes.subspan(g * group, group);
    quantize(from, grid, settings.range.rounding, to);
    result.errors += measure_errors(from, grid, to);
    result.grids.push_back(grid);
  }
  return result;
}

StoredSize stored_size(const Weight& weight, const WeightCodes& codes, Scheme scheme) {
  const auto bits = static_cast<unsigned>(codes.bits);
  const std::size_t dense = weight.rows * format::packed_bytes(weight.row_size, bits);
  const std::size_t kept = kept_codes(codes, weight.row_size);
  const std::size_t sparse = format::bitmap_bytes(weight.numbers.size()) + format::packed_bytes(kept, bits);
  const std::size_t per_grid = sizeof(float) + (scheme == Scheme::Asymmetric ? 1 : 0);
  return {std::min(dense, sparse) + per_grid * codes.grids.size(), sparse < dense};
}

void store(const Weight& weight, const WeightCodes& codes, Scheme scheme, format::TensorT& tensor) {
  const auto bits = static_cast<unsigned>(codes.bits);
  tensor.element = format::Element_Coded;
  tensor.bits = static_cast<std::uint8_t>(codes.bits);
  tensor.scales.clear();
  tensor.zero_points.clear();
  for (const Grid& grid : codes.grids) {
    tensor.scales.push_back(grid.scale);
    if (scheme == Scheme::Asymmetric) tensor.zero_points.push_back(static_cast<std::int8_t>(grid.zero_point));
  }
  tensor.sparse = stored_size(weight, codes, scheme).sparse;
  tensor.data = tensor.sparse ? format::pack_sparse_codes(codes.codes, weight.row_size, bits, tensor.zero_points)
                              : format::pack_codes(codes.codes, weight.row_size, bits);
}

}  // namespace sentibyte::quantizer
