#include "support/files.h"

#include <cstdio>
#include <memory>
#include <sstream>

#include <gtest/gtest.h>

#include "fixture_list.h"
#include "nn/precision.h"

namespace sentibyte::test {
namespace {

const std::string kFolder = "tests/golden/engine/";

bool is_float(const std::string& name) { return name.ends_with(".float"); }

std::vector<std::string> of_this_build(std::span<const char* const> all) {
  std::vector<std::string> names(all.begin(), all.end());
  std::erase_if(names, [](const std::string& name) { return is_float(name) ? !nn::kHasFloat : !nn::kHasInt8; });
  return names;
}

}  // namespace

std::vector<std::byte> read_file(const std::string& path) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), &std::fclose);
  std::vector<std::byte> bytes;
  if (!file) {
    ADD_FAILURE() << path << ": cannot be read; run the tests from the repository root";
    return bytes;
  }
  std::byte chunk[4096];
  for (std::size_t got = 0; (got = std::fread(chunk, 1, sizeof chunk, file.get())) > 0;) {
    bytes.insert(bytes.end(), chunk, chunk + got);
  }
  return bytes;
}

std::vector<std::byte> read_fixture(const std::string& name) { return read_file(kFolder + name + ".sbm"); }

std::vector<std::string> fixture_names() { return of_this_build(kModels); }

std::vector<std::string> operation_names() { return of_this_build(kOperations); }

Golden read_golden(const std::string& name) {
  const std::vector<std::byte> bytes = read_file(kFolder + name + ".txt");
  std::istringstream file(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
  Golden golden;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "tolerance") {
      words >> golden.tolerance;
    } else if (kind == "ids") {
      golden.texts.emplace_back();
      for (std::uint16_t id = 0; words >> id;) golden.texts.back().ids.push_back(id);
    } else if (kind == "logits") {
      for (float number = 0; words >> number;) golden.texts.back().logits.push_back(number);
    }
  }
  EXPECT_FALSE(golden.texts.empty()) << name;
  return golden;
}

}  // namespace sentibyte::test
