/// The vector wrapper of the fastest version in this build, for code outside of kernels that computes a number or two.
#pragma once

#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include "kernels/vector/wasm.h"
#else
#include "kernels/vector/scalar.h"
#endif

namespace sentibyte::kernels::vector {

#if SENTIBYTE_HAS_SIMD
using Fast = Wasm;
#else
using Fast = Scalar;
#endif

}  // namespace sentibyte::kernels::vector
