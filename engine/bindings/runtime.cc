// Two functions of the C and C++ runtimes that would bring printf, 6 kB of it, into a module that prints nothing.
#include <cstdlib>

extern "C" {

/// Called before the C++ runtime aborts, to say why; nobody could read it.
[[noreturn]] void abort_message(const char*, ...) { std::abort(); }

/// Embind's only use of `sprintf` (which the compiler makes this one of): names of types that are not bound, for
/// messages about mistakes in the bindings.
int siprintf(char* to, const char*, ...) {
  *to = '\0';
  return 0;
}
}
