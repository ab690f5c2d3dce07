#include <algorithm>

#include "kernels/gemm/gemm.h"

namespace sentibyte::kernels {

void fold_offsets(std::span<const int8_t> weights, size_t columns, size_t depth, int32_t zero_point,
                  std::span<const int32_t> weight_zero_points, std::span<int32_t> out) {
  std::fill(out.begin(), out.end(), 0);
  for (size_t column = 0; column < columns; ++column) {
    int32_t sum = 0;
    for (const int8_t weight : weights.subspan(column * depth, depth)) sum += weight;
    if (!weight_zero_points.empty()) sum -= weight_zero_points[column] * static_cast<int32_t>(depth);
    out[column] = -zero_point * sum;
  }
}

}  // namespace sentibyte::kernels
