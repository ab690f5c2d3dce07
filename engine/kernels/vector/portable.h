/// The vector wrapper of the references that models run (asymmetric weights, float layers of int8 models).
#pragma once

#include "kernels/kernel.h"
#include "kernels/vector/scalar.h"

#if SENTIBYTE_HAS_SIMD && defined(SENTIBYTE_MODULE)
#include "kernels/vector/wasm.h"
#endif

namespace sentibyte::kernels::vector {

#if SENTIBYTE_HAS_SIMD && defined(SENTIBYTE_MODULE)
/// A module is downloaded: one with SIMD writes all its results by the same code, which gives the same bits.
using Portable = Wasm;
#else
using Portable = Scalar;
#endif

}  // namespace sentibyte::kernels::vector
