// Every truncation of a valid blob, and every byte changed to several values: refused with a message or loaded, and
// what loads runs. Under AddressSanitizer this is a proof that nothing outside the bytes is touched.
#include <algorithm>
#include <cctype>

#include <gtest/gtest.h>

#include "nn/precision.h"
#include "sentibyte/engine.h"
#include "support/files.h"

namespace sentibyte {
namespace {

/// Loads and, if that works, runs. Returns whether it loaded.
bool try_out(std::span<const std::byte> blob) {
  auto engine = Engine::load(blob, {.memory = 1 << 20, .longest = 16});
  if (!engine) {
    EXPECT_GT(engine.error().message.size(), 8U);
    return false;
  }
  const std::uint16_t ids[] = {0, 1, 1, 0, 0};
  const std::uint32_t lengths[] = {1, 0, 4};
  const auto result = engine.value().run(ids, lengths);
  if (!result) {
    EXPECT_GT(result.error().message.size(), 8U);
  } else {
    EXPECT_TRUE(std::all_of(result.value().begin(), result.value().end(), [](float x) { return x >= -1 && x <= 1; }));
  }
  return true;
}

class DamageTest : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    const std::string name = GetParam();
    if (name.ends_with(".float") ? !nn::kHasFloat : !nn::kHasInt8) GTEST_SKIP() << "not in this build";
    blob_ = test::read_fixture(name);
    ASSERT_TRUE(try_out(blob_));
  }
  std::vector<std::byte> blob_;
};

TEST_P(DamageTest, EveryTruncation) {
  std::size_t refused = 0;
  for (std::size_t size = 0; size < blob_.size(); ++size) {
    // A copy of its own, so that the sanitizer sees a read past its end.
    const std::vector<std::byte> cut(blob_.begin(), blob_.begin() + static_cast<std::ptrdiff_t>(size));
    refused += !try_out(cut);
  }
  EXPECT_GT(refused, blob_.size() * 9 / 10);
}

TEST_P(DamageTest, EveryByteChanged) {
  std::size_t refused = 0;
  for (std::size_t i = 0; i < blob_.size(); ++i) {
    const std::byte original = blob_[i];
    for (const unsigned mask : {0x01U, 0x02U, 0x04U, 0x08U, 0x10U, 0x20U, 0x40U, 0x80U, 0xFFU, 0x7FU, 0x55U}) {
      blob_[i] = original ^ static_cast<std::byte>(mask);
      refused += !try_out(blob_);
    }
    for (const unsigned value : {0x00U, 0x7FU, 0x80U, 0xFFU}) {
      blob_[i] = static_cast<std::byte>(value);
      refused += !try_out(blob_);
    }
    blob_[i] = original;
  }
  EXPECT_GT(refused, blob_.size());
}

INSTANTIATE_TEST_SUITE_P(Fixtures, DamageTest, testing::Values("tiny", "tiny.float"),
                         [](const testing::TestParamInfo<const char*>& info) {
                           std::string name = info.param;
                           std::replace_if(name.begin(), name.end(), [](char c) { return !std::isalnum(c); }, '_');
                           return name;
                         });

}  // namespace
}  // namespace sentibyte
