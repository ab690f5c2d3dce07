# Debian 12's Emscripten 3.1.6 with the tools of LLVM 22. See HACKING.md, "WebAssembly toolchains".
#
# Objects are compiled by clang 22 directly (with the flags `emcc --cflags` gives), links go through em++. Links
# stay at -O1, where em++ does not run its wasm-opt (108: it corrupts relaxed opcodes silently); the current
# wasm-opt of the npm package binaryen runs afterwards, as a step of its own.
find_program(CLANG_22 clang++-22 REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_program(NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
set(wrappers "${CMAKE_BINARY_DIR}/emscripten")
file(REAL_PATH "${CLANG_22}" clang_real)
cmake_path(GET clang_real PARENT_PATH llvm_bin)

file(CONFIGURE OUTPUT "${wrappers}/config" CONTENT [[
LLVM_ROOT = '@llvm_bin@'
BINARYEN_ROOT = '/usr'
EMSCRIPTEN_ROOT = '/usr/share/emscripten'
NODE_JS = '@NODE@'
FROZEN_CACHE = True
]] @ONLY)

set(ENV{EM_CONFIG} "${wrappers}/config")
execute_process(COMMAND "${EMCC}" --cflags OUTPUT_VARIABLE cflags OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)

file(CONFIGURE OUTPUT "${wrappers}/em++" CONTENT [[
#!/bin/sh
# Compile with clang 22, link with Emscripten.
for argument in "$@"; do
  if [ "$argument" = "-c" ]; then exec "@CLANG_22@" @cflags@ "$@"; fi
done
export EM_CONFIG="@wrappers@/config" NODE_PATH=/usr/share/nodejs EMCC_STRICT=0
em++ "$@" 2>"@wrappers@/link.log.$$"
status=$?
# It says on every link that it knows LLVM 14 only.
grep -v -e 'LLVM version for clang executable' "@wrappers@/link.log.$$" >&2
rm -f "@wrappers@/link.log.$$"
exit $status
]] @ONLY)
file(CHMOD "${wrappers}/em++" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
  WORLD_READ WORLD_EXECUTE)

set(CMAKE_CXX_COMPILER "${wrappers}/em++")
set(SENTIBYTE_LINK_OPTIMIZATION -O1)
set(SENTIBYTE_STACK -sTOTAL_STACK=131072)
# wasm-ld 22 puts the stack first, Emscripten 3.1.6 puts data at 1024.
set(SENTIBYTE_LINK_EXTRA -Wl,--no-stack-first)
set(SENTIBYTE_WASM_OPT "${CMAKE_CURRENT_LIST_DIR}/../node_modules/binaryen/bin/wasm-opt")
# What --bind is short for, but for the library of debian_embind.cc's original, which would be linked whole.
set(SENTIBYTE_BIND --js-library=/usr/share/emscripten/src/embind/embind.js
  --js-library=/usr/share/emscripten/src/embind/emval.js)
set(SENTIBYTE_BIND_SOURCE "${CMAKE_CURRENT_LIST_DIR}/debian_embind.cc")
set(SENTIBYTE_MAIN "${CMAKE_CURRENT_LIST_DIR}/debian_main.cc")
