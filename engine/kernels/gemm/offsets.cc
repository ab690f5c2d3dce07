#include <algorithm>

#include "kernels/gemm/gemm.h"

namespace sentibyte::kernels {

void fold_offsets(std::span<const std::int8_t> weights, std::size_t columns, std::size_t depth, std::int32_t zero_point,
                  std::span<const std::int32_t> weight_zero_points, std::span<std::int32_t> out) {
  std::fill(out.begin(), out.end(), 0);
  for (std::size_t column = 0; column < columns; ++column) {
    std::int32_t sum = 0;
    for (const std::int8_t weight : weights.subspan(column * depth, depth)) sum += weight;
    if (!weight_zero_points.empty()) sum -= weight_zero_points[column] * static_cast<std::int32_t>(depth);
    out[column] = -zero_point * sum;
  }
}

}  // namespace sentibyte::kernels
