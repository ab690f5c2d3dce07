/// How a kernel is declared, and which of its versions this build runs.
///
/// A kernel is one function, shipped in up to three versions: `scalar` (portable C++), `simd` and `relaxed`. All give
/// the same bits, those of the plain reference that its test is written around. A build knows its versions
/// from the compiler's flags, so the choice costs nothing at run time: `fast::NAME` is the best version compiled in,
/// and `NAME_versions` lists all of them for the tests.
#pragma once

#include <array>

#if defined(__wasm_simd128__)
#define SENTIBYTE_HAS_SIMD 1
#else
#define SENTIBYTE_HAS_SIMD 0
#endif

#if defined(SENTIBYTE_RELAXED)
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

/// The version that `fast` is in this build; the name users see.
constexpr const char* fast_name() {
#if SENTIBYTE_HAS_RELAXED
  return "relaxed";
#elif SENTIBYTE_HAS_SIMD
  return "simd";
#else
  return "scalar";
#endif
}

}  // namespace sentibyte::kernels

// Parts of the macros below.
#define SENTIBYTE_DECLARE(version, result, name, ...) \
  namespace version {                                 \
  result name(__VA_ARGS__);                           \
  }
#define SENTIBYTE_FAST(version, name) \
  namespace fast {                    \
  using version::name;                \
  }
#define SENTIBYTE_VERSION(version, result, name, ...) \
  Version<result(__VA_ARGS__)> { #version, &version::name }

/// SENTIBYTE_KERNEL(result, name, arguments...): a kernel with a scalar and a simd version.
/// SENTIBYTE_KERNEL_RELAXED(...): one that relaxed SIMD makes faster still.
#if SENTIBYTE_HAS_SIMD
#define SENTIBYTE_KERNEL(result, name, ...)                                                         \
  SENTIBYTE_DECLARE(scalar, result, name, __VA_ARGS__)                                              \
  SENTIBYTE_DECLARE(simd, result, name, __VA_ARGS__)                                                \
  SENTIBYTE_FAST(simd, name)                                                                        \
  inline constexpr std::array name##_versions{SENTIBYTE_VERSION(scalar, result, name, __VA_ARGS__), \
                                              SENTIBYTE_VERSION(simd, result, name, __VA_ARGS__)};
#else
#define SENTIBYTE_KERNEL(result, name, ...)            \
  SENTIBYTE_DECLARE(scalar, result, name, __VA_ARGS__) \
  SENTIBYTE_FAST(scalar, name)                         \
  inline constexpr std::array name##_versions{SENTIBYTE_VERSION(scalar, result, name, __VA_ARGS__)};
#endif

#if SENTIBYTE_HAS_RELAXED
#define SENTIBYTE_KERNEL_RELAXED(result, name, ...)                                                 \
  SENTIBYTE_DECLARE(scalar, result, name, __VA_ARGS__)                                              \
  SENTIBYTE_DECLARE(simd, result, name, __VA_ARGS__)                                                \
  SENTIBYTE_DECLARE(relaxed, result, name, __VA_ARGS__)                                             \
  SENTIBYTE_FAST(relaxed, name)                                                                     \
  inline constexpr std::array name##_versions{SENTIBYTE_VERSION(scalar, result, name, __VA_ARGS__), \
                                              SENTIBYTE_VERSION(simd, result, name, __VA_ARGS__),   \
                                              SENTIBYTE_VERSION(relaxed, result, name, __VA_ARGS__)};
#else
#define SENTIBYTE_KERNEL_RELAXED SENTIBYTE_KERNEL
#endif
