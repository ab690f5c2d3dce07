/// Does this machine compute what the specification says?
#pragma once

namespace sentibyte::kernels {

/// Runs the module's fastest integer GEMM with its write-back, to float32 and to u7, on fixed numbers and compares
/// every bit with the plain reference: extreme values and sums of 64 elements and more, where engines with a wrong
/// relaxed dot (V8 11.3 behind its flag) differ. False: do not use this module. That dot is the one instruction with a
/// meaning of an engine's own that any kernel uses; a float module has none and answers true.
bool self_test();

}  // namespace sentibyte::kernels
