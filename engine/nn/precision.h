// Which precision this build holds: a WebAssembly module has one, so that it stays small; a native build has both.
#pragma once

namespace sentibyte::nn {

#if defined(SENTIBYTE_INT8) || !defined(SENTIBYTE_FLOAT)
inline constexpr bool kHasInt8 = true;
#else
inline constexpr bool kHasInt8 = false;
#endif

#if defined(SENTIBYTE_FLOAT) || !defined(SENTIBYTE_INT8)
inline constexpr bool kHasFloat = true;
#else
inline constexpr bool kHasFloat = false;
#endif

}  // namespace sentibyte::nn
