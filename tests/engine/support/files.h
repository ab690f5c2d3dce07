// Fixtures and their golden answers, read from the working folder, which is the repository root.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace sentibyte::test {

/// The bytes of a file; a missing one fails the test and gives none.
std::vector<std::byte> read_file(const std::string& path);

/// tests/golden/engine/NAME.sbm
std::vector<std::byte> read_fixture(const std::string& name);

/// Names of whole models whose precision this build has, without ".sbm".
std::vector<std::string> fixture_names();

/// "ops/NAME" of the blobs with one operation each whose precision this build has.
std::vector<std::string> operation_names();

struct GoldenText {
  std::vector<std::uint16_t> ids;
  std::vector<float> logits;  // with the raw score at the end
};

struct Golden {
  float tolerance = 0.0F;
  std::vector<GoldenText> texts;
};

/// tests/golden/engine/NAME.txt
Golden read_golden(const std::string& name);

}  // namespace sentibyte::test
