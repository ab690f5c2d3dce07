/// What is measured: each kernel at the shapes of real models, and the ceilings it is measured against.
///
/// Used by the native tool sentibyte-bench (native.cc) and by the WebAssembly module of `npm run bench:kernels`
/// (module.cc).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "kernels/output.h"

namespace sentibyte::bench {

struct Case {
  /// "gemm relaxed 32x128x384": kernel, version, shape.
  std::string name = {};
  /// What a run does, in `unit`s: "MAC" or "element".
  double work = 0;
  const char* unit = "MAC";
  /// The ceiling case that this one is a share of, or empty.
  std::string ceiling = {};
  std::function<void()> run = {};
};

/// All kernels in all versions of this build, ceilings first.
std::vector<Case> all_cases();

/// The product that a Dense or Conv1d layer is, in all versions: `rows` of `depth` codes times `columns` of weights.
void add_gemm(std::vector<Case>& cases, std::size_t rows, std::size_t columns, std::size_t depth,
              kernels::Function function, bool to_u7);

/// Attention as an int8 model runs it, in all versions.
void add_attention(std::vector<Case>& cases, std::size_t tokens, std::size_t width, std::size_t heads);

/// Tight loops with nothing but the inner tile: what a GEMM could reach at best. (ceilings.cc)
void add_ceilings(std::vector<Case>& cases);

}  // namespace sentibyte::bench
