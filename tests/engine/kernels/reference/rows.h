/// Kernels that sum over a row, one float at a time, and the order of that sum, which is their contract.
#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include "kernels/reference/functions.h"

namespace sentibyte::kernels::reference {

/// Sixteen partial sums: element i goes to the one numbered i mod 16. Where less than sixteen elements are left, whole
/// fours do the same and what is left goes to the last four. Then sixteen are folded to four, and these to one, both
/// as (first + third) + (second + fourth).
inline float sum_row(std::span<const float> x) {
  float sums[16] = {};
  const std::size_t fours = x.size() / 4 * 4;
  for (std::size_t i = 0; i < fours; ++i) sums[i % 16] += x[i];
  for (std::size_t i = fours; i < x.size(); ++i) sums[12 + i % 4] += x[i];
  float lanes[4];
  for (std::size_t i = 0; i < 4; ++i) lanes[i] = (sums[i] + sums[8 + i]) + (sums[4 + i] + sums[12 + i]);
  return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
}

/// e^((x - max) * scale) for each element; returns their sum.
inline float exponentials(std::span<float> row, float scale) {
  const float top = *std::max_element(row.begin(), row.end());
  for (float& x : row) x = exp((x - top) * scale);
  return sum_row(row);
}

inline void softmax(std::span<float> row) {
  const float factor = 1.0F / exponentials(row, 1.0F);
  for (float& x : row) x *= factor;
}

/// One row.
inline std::vector<float> layer_norm(std::span<const float> x, std::span<const float> gamma,
                                     std::span<const float> beta, float epsilon) {
  const auto count = static_cast<float>(x.size());
  const float mean = sum_row(x) / count;
  std::vector<float> squares;
  for (const float value : x) squares.push_back((value - mean) * (value - mean));
  const float variance = sum_row(squares) / count;
  const float scale = 1.0F / std::sqrt(variance + epsilon);
  std::vector<float> out;
  for (std::size_t i = 0; i < x.size(); ++i) out.push_back((x[i] - mean) * scale * gamma[i] + beta[i]);
  return out;
}

}  // namespace sentibyte::kernels::reference
