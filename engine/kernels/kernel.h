/// How a kernel is declared, and which of its versions this build runs.
///
/// A kernel is one function, written up to three times: `reference` (portable C++, the specification),
/// `simd128` and `relaxed`. All three give the same bits. A build knows its instruction set from the compiler's
/// flags, so the choice costs nothing at run time: `fast::NAME` is the best version compiled in, and
/// `NAME_versions` lists all of them for the tests.
#pragma once

#include <array>

#if defined(__wasm_simd128__)
#define SENTIBYTE_HAS_SIMD 1
#else
#define SENTIBYTE_HAS_SIMD 0
#endif

#if defined(__wasm_relaxed_simd__)
#define SENTIBYTE_HAS_RELAXED 1
#else
#define SENTIBYTE_HAS_RELAXED 0
#endif

namespace sentibyte::kernels {

/// One version of a kernel: its name in messages, and the function.
template <class Function>
struct Version {
  const char* name;
  Function* function;
};

/// The instruction set that `fast` uses in this build; the name users see.
constexpr const char* instruction_set() {
#if SENTIBYTE_HAS_RELAXED
  return "relaxed";
#elif SENTIBYTE_HAS_SIMD
  return "simd";
#else
  return "scalar";
#endif
}

}  // namespace sentibyte::kernels

/// SENTIBYTE_KERNEL(result, name, arguments...): a kernel with a reference and a simd128 version.
/// SENTIBYTE_KERNEL_RELAXED(...): one that relaxed SIMD makes faster still.
#if SENTIBYTE_HAS_SIMD
#define SENTIBYTE_KERNEL(result, name, ...)                                                                \
  namespace reference {                                                                                    \
  result name(__VA_ARGS__);                                                                                \
  }                                                                                                        \
  namespace simd {                                                                                         \
  result name(__VA_ARGS__);                                                                                \
  }                                                                                                        \
  namespace fast {                                                                                         \
  using simd::name;                                                                                        \
  }                                                                                                        \
  inline constexpr std::array name##_versions{Version<result(__VA_ARGS__)>{"reference", &reference::name}, \
                                              Version<result(__VA_ARGS__)>{"simd", &simd::name}};
#else
#define SENTIBYTE_KERNEL(result, name, ...) \
  namespace reference {                     \
  result name(__VA_ARGS__);                 \
  }                                         \
  namespace fast {                          \
  using reference::name;                    \
  }                                         \
  inline constexpr std::array name##_versions{Version<result(__VA_ARGS__)>{"reference", &reference::name}};
#endif

#if SENTIBYTE_HAS_RELAXED
#define SENTIBYTE_KERNEL_RELAXED(result, name, ...)                                                        \
  namespace reference {                                                                                    \
  result name(__VA_ARGS__);                                                                                \
  }                                                                                                        \
  namespace simd {                                                                                         \
  result name(__VA_ARGS__);                                                                                \
  }                                                                                                        \
  namespace relaxed {                                                                                      \
  result name(__VA_ARGS__);                                                                                \
  }                                                                                                        \
  namespace fast {                                                                                         \
  using relaxed::name;                                                                                     \
  }                                                                                                        \
  inline constexpr std::array name##_versions{Version<result(__VA_ARGS__)>{"reference", &reference::name}, \
                                              Version<result(__VA_ARGS__)>{"simd", &simd::name},           \
                                              Version<result(__VA_ARGS__)>{"relaxed", &relaxed::name}};
#else
#define SENTIBYTE_KERNEL_RELAXED SENTIBYTE_KERNEL
#endif
