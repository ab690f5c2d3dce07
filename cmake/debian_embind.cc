// What Embind 3.1.6 does before any binding: it tells JavaScript of every type it knows. Here only of those that the
// bindings use, so that the glue's code for wide strings and 64-bit integers is not linked. A binding with a type
// that is missing here throws an UnboundTypeError at its first call.
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>

#include <emscripten/bind.h>
#include <emscripten/emscripten.h>
#include <emscripten/wire.h>

using emscripten::memory_view;
using emscripten::internal::TypeID;

namespace {

template <class Integer>
void register_integer(const char* name) {
  emscripten::internal::_embind_register_integer(TypeID<Integer>::get(), name, sizeof(Integer),
                                                 std::numeric_limits<Integer>::min(),
                                                 std::numeric_limits<Integer>::max());
}

// Numbers of the typed arrays in Emscripten's embind.js.
constexpr unsigned kUint8Array = 1;
constexpr unsigned kUint16Array = 3;
constexpr unsigned kUint32Array = 5;
constexpr unsigned kFloat32Array = 6;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE __attribute__((constructor)) void __embind_register_native_and_builtin_types() {
  using namespace emscripten::internal;
  _embind_register_void(TypeID<void>::get(), "void");
  _embind_register_bool(TypeID<bool>::get(), "bool", sizeof(bool), true, false);
  register_integer<int>("int");
  register_integer<unsigned>("unsigned int");
  _embind_register_float(TypeID<double>::get(), "double", sizeof(double));
  _embind_register_std_string(TypeID<std::string>::get(), "std::string");
  _embind_register_emval(TypeID<emscripten::val>::get(), "emscripten::val");
  _embind_register_memory_view(TypeID<memory_view<std::uint8_t>>::get(), kUint8Array, "bytes");
  _embind_register_memory_view(TypeID<memory_view<std::uint16_t>>::get(), kUint16Array, "ids");
  _embind_register_memory_view(TypeID<memory_view<std::uint32_t>>::get(), kUint32Array, "lengths");
  _embind_register_memory_view(TypeID<memory_view<float>>::get(), kFloat32Array, "floats");
}

/// The name of a type that is not bound, which the caller frees: all types share one, as in Embind without RTTI.
EMSCRIPTEN_KEEPALIVE char* __getTypeName(const void*) { return static_cast<char*>(std::calloc(1, 1)); }
}
