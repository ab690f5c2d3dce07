#include "support/fingerprint.h"

#include <bit>
#include <vector>

#include "support/hash.h"

namespace sentibyte::test {
namespace {

constexpr std::uint32_t kLongest = 48;

class Draws {
 public:
  std::uint32_t below(std::uint32_t bound) {
    state_ = 1664525U * state_ + 1013904223U;
    return (state_ >> 16) % bound;
  }

 private:
  std::uint32_t state_ = 1;
};

}  // namespace

std::optional<std::uint32_t> fingerprint(Engine& engine) {
  static_assert(std::endian::native == std::endian::little, "the hash is over little-endian floats");
  Draws draws;
  std::vector<std::uint16_t> ids;
  std::vector<std::uint32_t> lengths;
  for (std::uint32_t text = 0; text < kFingerprintTexts; ++text) {
    lengths.push_back(1 + draws.below(kLongest));
    for (std::uint32_t i = 0; i < lengths.back(); ++i) {
      ids.push_back(static_cast<std::uint16_t>(draws.below(engine.describe().vocabulary)));
    }
  }
  const auto results = engine.run(ids, lengths);
  if (!results) return {};
  return hash_on(kEmptyHash, std::as_bytes(results.value()));
}

}  // namespace sentibyte::test
