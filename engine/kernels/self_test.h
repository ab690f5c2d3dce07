/// Does this machine compute what the specification says?
#pragma once

namespace sentibyte::kernels {

/// Runs the module's fastest integer GEMM on fixed vectors against the reference: extreme values and sums of 64
/// elements and more, where engines with a wrong relaxed dot (V8 11.3 behind its flag) differ. False: do not use
/// this module. A float module has nothing implementation-defined and answers true.
bool self_test();

}  // namespace sentibyte::kernels
