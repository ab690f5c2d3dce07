// Which arithmetic this build holds: a WebAssembly module has one, so that it stays small; a native build has both.
#pragma once

namespace sentibyte::nn {

#if defined(SENTIBYTE_INT8) || !defined(SENTIBYTE_F32)
inline constexpr bool kHasInt8 = true;
#else
inline constexpr bool kHasInt8 = false;
#endif

#if defined(SENTIBYTE_F32) || !defined(SENTIBYTE_INT8)
inline constexpr bool kHasF32 = true;
#else
inline constexpr bool kHasF32 = false;
#endif

}  // namespace sentibyte::nn
