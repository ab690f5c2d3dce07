# model.fbs -> model_generated.h, in the build folder: the header is never committed.
find_program(FLATC flatc REQUIRED)
find_path(FLATBUFFERS_HEADERS flatbuffers/flatbuffers.h REQUIRED HINTS /usr/include /usr/local/include
  NO_CMAKE_FIND_ROOT_PATH)

set(generated "${PROJECT_BINARY_DIR}/generated")
file(MAKE_DIRECTORY "${generated}")
# The headers of the host under a folder of their own: a cross compiler must not see the rest of /usr/include.
file(CREATE_LINK "${FLATBUFFERS_HEADERS}/flatbuffers" "${generated}/flatbuffers" SYMBOLIC)

add_custom_command(
  OUTPUT "${generated}/model_generated.h"
  COMMAND "${FLATC}" --cpp --gen-object-api -o "${generated}"
          "${PROJECT_SOURCE_DIR}/engine/format/model.fbs"
  DEPENDS "${PROJECT_SOURCE_DIR}/engine/format/model.fbs"
  COMMENT "flatc model.fbs")
add_custom_target(sentibyte_generated DEPENDS "${generated}/model_generated.h")

add_library(sentibyte_format_headers INTERFACE)
target_include_directories(sentibyte_format_headers SYSTEM INTERFACE "${generated}")
# Tensor.data is aligned to 64 bytes; the headers' own assertions allow 32 unless told.
target_compile_definitions(sentibyte_format_headers INTERFACE FLATBUFFERS_MAX_ALIGNMENT=64)
add_dependencies(sentibyte_format_headers sentibyte_generated)
