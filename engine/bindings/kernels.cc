// Which kernels this module was built with, and whether they compute what they should on this machine.
#include <string>

#include <emscripten/bind.h>

#include "kernels/kernel.h"
#include "kernels/self_test.h"

namespace {

std::string fast_name() { return sentibyte::kernels::fast_name(); }

double heap_bytes() { return static_cast<double>(__builtin_wasm_memory_size(0)) * 65536; }

}  // namespace

EMSCRIPTEN_BINDINGS(sentibyte_kernels) {
  emscripten::function("kernels", &fast_name);
  emscripten::function("selfTest", &sentibyte::kernels::self_test);
  emscripten::function("heapBytes", &heap_bytes);
}
