// The WebAssembly module of `npm run bench:kernels`: plain exports, so that nothing but the kernels is timed.
#include <vector>

#include "cases.h"
#include "kernels/self_test.h"

namespace {

std::vector<sentibyte::bench::Case>& cases() {
  static std::vector<sentibyte::bench::Case> all = sentibyte::bench::all_cases();
  return all;
}

std::size_t size(int number) { return static_cast<std::size_t>(number); }

}  // namespace

#define SENTIBYTE_EXPORT(name) extern "C" __attribute__((export_name(#name)))

SENTIBYTE_EXPORT(count) int count() { return static_cast<int>(cases().size()); }
SENTIBYTE_EXPORT(name) const char* name(int index) { return cases()[static_cast<std::size_t>(index)].name.c_str(); }
SENTIBYTE_EXPORT(unit) const char* unit(int index) { return cases()[static_cast<std::size_t>(index)].unit; }
SENTIBYTE_EXPORT(ceiling) const char* ceiling(int index) {
  return cases()[static_cast<std::size_t>(index)].ceiling.c_str();
}
SENTIBYTE_EXPORT(work) double work(int index) { return cases()[static_cast<std::size_t>(index)].work; }
SENTIBYTE_EXPORT(run) void run(int index, int times) {
  const auto& run = cases()[static_cast<std::size_t>(index)].run;
  for (int i = 0; i < times; ++i) run();
}
// A layer of a shipped model, in all versions, behind the cases that are there.
SENTIBYTE_EXPORT(add_gemm) void add_gemm(int rows, int columns, int depth, int function, int to_u7) {
  sentibyte::bench::add_gemm(cases(), size(rows), size(columns), size(depth),
                             static_cast<sentibyte::kernels::Function>(function), to_u7 != 0);
}
SENTIBYTE_EXPORT(add_attention) void add_attention(int tokens, int width, int heads) {
  sentibyte::bench::add_attention(cases(), size(tokens), size(width), size(heads));
}
SENTIBYTE_EXPORT(correct) int correct() { return sentibyte::kernels::self_test(); }
