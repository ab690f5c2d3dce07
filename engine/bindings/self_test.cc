#include "bindings/self_test.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "kernels/gemm/gemm.h"
#include "kernels/gemm_f32/gemm_f32.h"

namespace sentibyte::bindings {
namespace {

namespace kernels = sentibyte::kernels;

// More rows and columns than any tile has, and a depth that leaves a tail after every vector width.
constexpr std::size_t kRows = 5;
constexpr std::size_t kColumns = 11;
constexpr std::size_t kDepth = 83;
constexpr std::size_t kPadded = kernels::padded_columns(kColumns);
constexpr std::size_t kResults = kRows * kPadded;

using Results = std::array<float, kResults>;

// A plain linear congruential generator: the same numbers in every build.
class Numbers {
 public:
  std::uint32_t next() { return (state_ = state_ * 1664525u + 1013904223u) >> 8; }

 private:
  std::uint32_t state_ = 20;
};

bool same_bits(const Results& left, const Results& right) {
  return std::memcmp(left.data(), right.data(), sizeof(Results)) == 0;
}

#if defined(SENTIBYTE_INT8)

struct Integers {
  std::array<std::uint8_t, kRows * kDepth> activations;
  std::array<std::int8_t, kColumns * kDepth> weights;
};

Integers integers() {
  Integers numbers;
  Numbers random;
  for (std::uint8_t& value : numbers.activations) value = static_cast<std::uint8_t>(random.next() & 127);
  for (std::int8_t& value : numbers.weights) {
    value = static_cast<std::int8_t>(static_cast<int>(random.next() % 255) - 127);
  }
  // Row 0 and columns 0 and 1 are all extremes: where a wrong instruction saturates or misreads a sign.
  for (std::size_t k = 0; k < kDepth; ++k) {
    numbers.activations[k] = 127;
    numbers.weights[k] = 127;
    numbers.weights[kDepth + k] = -127;
  }
  return numbers;
}

template <auto PackedBytes, auto Pack, auto ScratchBytes, auto Multiply>
bool multiply(const Integers& numbers, Results& results) {
  constexpr std::size_t kRoom = 8192;
  alignas(64) std::array<std::byte, kRoom> packed;
  alignas(64) std::array<std::byte, kRoom> scratch;
  const std::size_t packed_bytes = PackedBytes(kColumns, kDepth);
  const std::size_t scratch_bytes = ScratchBytes(kDepth);
  if (packed_bytes > kRoom || scratch_bytes > kRoom) return false;
  const std::span<std::byte> weights = std::span(packed).first(packed_bytes);
  Pack(numbers.weights, kColumns, kDepth, weights);

  std::array<std::int32_t, kPadded> offsets{};
  std::array<float, kPadded> scales{};
  std::array<float, kPadded> bias{};
  scales.fill(1);
  kernels::Gemm task;
  task.a = numbers.activations;
  task.a_stride = kDepth;
  task.rows = kRows;
  task.columns = kColumns;
  task.depth = kDepth;
  task.weights = weights;
  task.offsets = offsets;
  task.scales = scales;
  task.bias = bias;
  task.output.real = results.data();
  task.output.real_stride = kPadded;
  task.scratch = std::span(scratch).first(scratch_bytes);
  results.fill(0);
  Multiply(task);
  return true;
}

bool int8_self_test() {
  const Integers numbers = integers();
  Results expected;
  Results actual;
  using namespace kernels;
  return multiply<&reference::gemm_packed_bytes, &reference::gemm_pack, &reference::gemm_scratch_bytes,
                  &reference::gemm>(numbers, expected) &&
         multiply<&fast::gemm_packed_bytes, &fast::gemm_pack, &fast::gemm_scratch_bytes, &fast::gemm>(numbers,
                                                                                                       actual) &&
         expected[0] == 127.0f * 127 * kDepth && expected[1] == -127.0f * 127 * kDepth &&
         same_bits(expected, actual);
}

#endif

#if defined(SENTIBYTE_F32)

template <auto Pack, auto Multiply>
void multiply_f32(std::span<const float> a, std::span<const float> b, Results& results) {
  alignas(64) std::array<float, kernels::gemm_f32_packed_size(kColumns, kDepth)> packed;
  Pack(b, kDepth, kColumns, kDepth, packed);
  kernels::GemmF32 task;
  task.a = a;
  task.a_stride = kDepth;
  task.rows = kRows;
  task.columns = kColumns;
  task.depth = kDepth;
  task.weights = packed;
  task.output.real = results.data();
  task.output.real_stride = kPadded;
  results.fill(0);
  Multiply(task);
}

bool f32_self_test() {
  std::array<float, kRows * kDepth> a;
  std::array<float, kColumns * kDepth> b;
  Numbers random;
  // Of very different sizes: any other order of the additions shows.
  for (float& value : a) value = (static_cast<float>(random.next() & 0xffff) - 32768) / 97;
  for (float& value : b) value = (static_cast<float>(random.next() & 0xffff) - 32768) / 8191;
  Results expected;
  Results actual;
  multiply_f32<&kernels::reference::gemm_f32_pack, &kernels::reference::gemm_f32>(a, b, expected);
  multiply_f32<&kernels::fast::gemm_f32_pack, &kernels::fast::gemm_f32>(a, b, actual);
  return same_bits(expected, actual);
}

#endif

}  // namespace

bool self_test() {
#if defined(SENTIBYTE_INT8)
  if (!int8_self_test()) return false;
#endif
#if defined(SENTIBYTE_F32)
  if (!f32_self_test()) return false;
#endif
  return true;
}

}  // namespace sentibyte::bindings
