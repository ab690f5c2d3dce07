#pragma once

namespace sentibyte::bindings {

/// Whether the fast matrix kernel of this module gives what the reference gives on fixed vectors, extremes of
/// the operands among them. An engine that accepts relaxed-SIMD instructions may still compute them wrong (seen
/// behind a flag of V8 11), so a module is not used before this has passed.
bool self_test();

}  // namespace sentibyte::bindings
