/// What is measured: each kernel at the shapes of real models, and the ceilings it is measured against.
///
/// Used by the native tool sentibyte-bench (native.cc) and by the WebAssembly module of `npm run bench:kernels`
/// (module.cc).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

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

/// Tight loops with nothing but the inner tile: what a GEMM could reach at best. (ceilings.cc)
void add_ceilings(std::vector<Case>& cases);

}  // namespace sentibyte::bench
