# What every C++ file of the engine is compiled with. The two flags that the promise "the same bits everywhere"
# rests on are -ffp-contract=off (no FMA unless written) and the absence of -ffast-math.
add_library(sentibyte_options INTERFACE)
target_compile_options(sentibyte_options INTERFACE
  -fno-exceptions -fno-rtti -ffp-contract=off -ffunction-sections -fdata-sections -Wall -Wextra -Werror)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(sentibyte_options INTERFACE -Wno-restrict)  # GCC bug 105651: false at "text" + string
endif()

if(SENTIBYTE_PRECISION MATCHES "^(both|int8)$")
  target_compile_definitions(sentibyte_options INTERFACE SENTIBYTE_INT8)
endif()
if(SENTIBYTE_PRECISION MATCHES "^(both|float)$")
  target_compile_definitions(sentibyte_options INTERFACE SENTIBYTE_FLOAT)
endif()

if(EMSCRIPTEN)
  if(SENTIBYTE_KERNELS MATCHES "^(simd|relaxed)$")
    target_compile_options(sentibyte_options INTERFACE -msimd128)
  endif()
  # Relaxed instructions are for the files that ask for them by name. Elsewhere a compiler that may use them makes
  # f32x4.relaxed_max of a < b ? b : a, whose result for NaN and zeros each machine chooses.
  if(SENTIBYTE_KERNELS STREQUAL "relaxed")
    target_compile_definitions(sentibyte_options INTERFACE SENTIBYTE_RELAXED)
    set(SENTIBYTE_RELAXED_OPTIONS -mrelaxed-simd -fno-vectorize -fno-slp-vectorize)
  endif()
endif()

if(SENTIBYTE_SANITIZE)
  target_compile_options(sentibyte_options INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g1)
  target_link_options(sentibyte_options INTERFACE -fsanitize=address,undefined)
endif()
if(SENTIBYTE_FUZZ)
  target_compile_options(sentibyte_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
