# fixture_list.h: the names of the blobs in tests/golden/engine, so that one which make.py writes is tested without being
# named anywhere else. (The tests run in WebAssembly too, where no folder can be listed.)
set(golden "${PROJECT_SOURCE_DIR}/tests/golden/engine")

function(names_of_blobs names pattern)
  file(GLOB blobs CONFIGURE_DEPENDS RELATIVE "${golden}" "${golden}/${pattern}")
  list(TRANSFORM blobs REPLACE "(.*)\\.sbm" "\"\\1\"")
  list(JOIN blobs ", " blobs)
  set(${names} "${blobs}" PARENT_SCOPE)
endfunction()

names_of_blobs(models "*.sbm")
names_of_blobs(operations "ops/*.sbm")
file(CONFIGURE OUTPUT generated/fixture_list.h @ONLY CONTENT [[
#pragma once

namespace sentibyte::test {

inline constexpr const char* kModels[] = {@models@};
inline constexpr const char* kOperations[] = {@operations@};

}  // namespace sentibyte::test
]])
