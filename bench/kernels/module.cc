// The WebAssembly module of `npm run bench:kernels`: plain exports, so that nothing but the kernels is timed.
#include <vector>

#include "cases.h"
#include "kernels/self_test.h"

namespace {

const std::vector<sentibyte::bench::Case>& cases() {
  static const std::vector<sentibyte::bench::Case> all = sentibyte::bench::all_cases();
  return all;
}

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
SENTIBYTE_EXPORT(correct) int correct() { return sentibyte::kernels::self_test(); }
