# Toolchain file for WebAssembly. Two ways in:
#  - a current Emscripten (emsdk, >= 3.1.57) on PATH: used as it is;
#  - Debian 12's Emscripten 3.1.6: its system libraries and JavaScript, with clang 22 as the compiler, because
#    its own clang 14 and binaryen 108 do not know the final relaxed-SIMD opcodes. cmake/EmscriptenDebian.cmake.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
set(EMSCRIPTEN TRUE)

find_program(EMCC emcc REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_program(EMAR emar REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_program(EMRANLIB emranlib REQUIRED NO_CMAKE_FIND_ROOT_PATH)
execute_process(COMMAND "${EMCC}" -dumpversion OUTPUT_VARIABLE SENTIBYTE_EMSCRIPTEN_VERSION
  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)

if(SENTIBYTE_EMSCRIPTEN_VERSION VERSION_LESS "3.1.57")
  include("${CMAKE_CURRENT_LIST_DIR}/EmscriptenDebian.cmake")
else()
  find_program(EMXX em++ REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  set(CMAKE_CXX_COMPILER "${EMXX}")
  set(SENTIBYTE_LINK_OPTIMIZATION -O3)
  set(SENTIBYTE_STACK -sSTACK_SIZE=131072)
  set(SENTIBYTE_BIND --bind)
  set(SENTIBYTE_WASM_OPT "")
endif()
set(CMAKE_AR "${EMAR}" CACHE FILEPATH "")
set(CMAKE_RANLIB "${EMRANLIB}" CACHE FILEPATH "")

# A test program with the options beyond those that all have.
function(sentibyte_link_test target)
  target_link_options(${target} PRIVATE -O1 -fno-rtti -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH=1 -sWASM_BIGINT
    -sASSERTIONS=0 ${ARGN} ${SENTIBYTE_LINK_EXTRA})
endfunction()

# It runs in Node with the files of the repository.
function(sentibyte_link_for_node target)
  sentibyte_link_test(${target} -sENVIRONMENT=node -sNODERAWFS=1 -sWASM_ASYNC_COMPILATION=0)
  if(SENTIBYTE_MAIN)
    target_sources(${target} PRIVATE "${SENTIBYTE_MAIN}")
  endif()
endfunction()

# It runs in a worker of a browser, with files that tests/browser/cpp puts into its memory.
function(sentibyte_link_for_browser target)
  sentibyte_link_test(${target} -sENVIRONMENT=worker -sMODULARIZE=1 -sEXPORT_ES6=1 -sUSE_ES6_IMPORT_META=0
    -sFORCE_FILESYSTEM=1 -sEXPORTED_RUNTIME_METHODS=FS)
endfunction()
