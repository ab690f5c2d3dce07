// No memory is an error, at whichever call it comes; what there is works on, and nothing is lost. Natively only: in
// WebAssembly the allocator is one object, of which no function can be replaced.
#ifndef __EMSCRIPTEN__
#include <algorithm>
#include <cstdlib>
#include <limits>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "nn/precision.h"
#include "sentibyte/engine.h"
#include "support/files.h"

namespace {

/// What every array of the engine asks for its memory (format/array.h): the calls that are answered before one is
/// refused.
constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();
std::size_t calls_left = kAny;
/// Whether it is refused alone, and those after it are answered.
bool refuses_once = false;

}  // namespace

extern "C" void* aligned_alloc(std::size_t alignment, std::size_t bytes) noexcept {
  if (calls_left == 0) {
    if (refuses_once) calls_left = kAny;
    return nullptr;
  }
  --calls_left;
  void* memory = nullptr;
  return posix_memalign(&memory, alignment, bytes) == 0 ? memory : nullptr;
}

namespace sentibyte {
namespace {

/// After `allowed` calls there is no memory while this lives, or for one call.
class Shortage {
 public:
  explicit Shortage(std::size_t allowed, bool once = false) {
    calls_left = allowed;
    refuses_once = once;
  }
  ~Shortage() { calls_left = kAny; }
};

TEST(MemoryTest, LoadingEndsInAnErrorWhereverMemoryEnds) {
  for (const std::string& name : test::fixture_names()) {
    // Read from an odd address, so that the blob is copied too.
    std::vector<std::byte> shifted{std::byte{0}};
    const auto blob = test::read_fixture(name);
    shifted.insert(shifted.end(), blob.begin(), blob.end());
    const auto bytes = std::span<const std::byte>(shifted).subspan(1);
    const std::size_t before = calls_left;
    ASSERT_TRUE(Engine::load(bytes).ok());
    const std::size_t needed = before - calls_left;
    std::size_t allowed = 0;
    for (bool loaded = false; !loaded; ++allowed) {
      const Shortage shortage(allowed);
      const auto engine = Engine::load(bytes);
      loaded = engine.ok();
      if (loaded) break;
      ASSERT_EQ(engine.error().code, ErrorCode::Memory)
          << name << ", call " << allowed << ": " << engine.error().message;
      ASSERT_NE(engine.error().message.find("no memory"), std::string::npos);
    }
    for (std::size_t call = 0; call < needed; ++call) {
      const Shortage shortage(call, true);
      const auto engine = Engine::load(bytes);
      ASSERT_FALSE(engine.ok()) << name << " loads without what call " << call << " asks for";
      ASSERT_EQ(engine.error().code, ErrorCode::Memory) << name << ", call " << call;
    }
    EXPECT_EQ(allowed, needed) << name << " loads without memory that it needs";
    EXPECT_GT(allowed, 4U) << name;
  }
}

TEST(MemoryTest, ARunWithoutMemoryLeavesTheEngineAsItWas) {
  auto engine = Engine::load(test::read_fixture(nn::kHasInt8 ? "dense" : "dense.float"));
  ASSERT_TRUE(engine.ok());
  const std::uint16_t ids[] = {1, 2, 3};
  const std::uint32_t one[] = {3};
  const auto first = engine.value().run(ids, one);
  ASSERT_TRUE(first.ok());
  const std::vector<float> expected(first.value().begin(), first.value().end());
  const std::vector<std::uint32_t> many(500);
  for (const std::size_t allowed : {0, 1}) {
    {
      const Shortage shortage(allowed);
      const auto refused = engine.value().run({}, many);
      ASSERT_FALSE(refused.ok());
      EXPECT_EQ(refused.error().code, ErrorCode::Memory);
      EXPECT_TRUE(engine.value().logits().empty());
    }
    const auto again = engine.value().run(ids, one);
    ASSERT_TRUE(again.ok()) << again.error().message;
    EXPECT_TRUE(std::equal(expected.begin(), expected.end(), again.value().begin()));
  }
  EXPECT_TRUE(engine.value().run({}, many).ok());
}

}  // namespace
}  // namespace sentibyte

#endif
