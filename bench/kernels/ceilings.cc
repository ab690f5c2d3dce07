// The inner tile alone, over operands that stay in the first cache: no write-back, no edges, no packing.
#include <cstddef>
#include <memory>

#include "cases.h"
#include "kernels/kernel.h"

#if SENTIBYTE_HAS_SIMD
#include <wasm_simd128.h>
#endif

namespace sentibyte::bench {

#if SENTIBYTE_HAS_SIMD
namespace {

constexpr std::size_t kSteps = 64;   // inner steps of a tile
constexpr std::size_t kTiles = 256;  // tiles of a run

/// 32 kB: the weights of every tile, plus as much room for activations.
struct Operands {
  alignas(64) std::byte weights[32768];
  alignas(64) std::byte activations[32768];
  alignas(64) std::int32_t sink[4 * 4 * 8];
};

/// `step(weights, activation, sum)` is one multiply-accumulate instruction group; a vector of weights takes
/// `kWeightBytes`, an activation `kActivationBytes` of each row.
template <std::size_t kRows, std::size_t kVectors, std::size_t kWeightBytes, std::size_t kActivationBytes, class Load,
          class Step>
void tiles(Operands& at, Load load, Step step) {
  constexpr std::size_t kTileBytes = kSteps * kVectors * kWeightBytes;
  static_assert(kTileBytes <= sizeof at.weights);
  for (std::size_t tile = 0; tile < kTiles; ++tile) {
    const std::byte* weights = at.weights + tile * kTileBytes % sizeof at.weights;
    const std::byte* activations = at.activations;
    v128_t sums[kRows][kVectors];
    for (auto& row : sums) {
      for (auto& sum : row) sum = wasm_i32x4_const_splat(0);
    }
    for (std::size_t k = 0; k < kSteps; ++k, weights += kVectors * kWeightBytes, activations += kActivationBytes) {
      v128_t w[kVectors];
      for (std::size_t v = 0; v < kVectors; ++v) w[v] = load(weights + v * kWeightBytes);
      for (std::size_t r = 0; r < kRows; ++r) {
        const v128_t x = wasm_v128_load32_splat(activations + r * kSteps * kActivationBytes);
        for (std::size_t v = 0; v < kVectors; ++v) sums[r][v] = step(w[v], x, sums[r][v]);
      }
    }
    for (std::size_t r = 0; r < kRows; ++r) {
      for (std::size_t v = 0; v < kVectors; ++v) wasm_v128_store(at.sink + (r * kVectors + v) * 4, sums[r][v]);
    }
  }
}

template <std::size_t kRows, std::size_t kVectors, std::size_t kWeightBytes, std::size_t kActivationBytes, class Load,
          class Step>
void add(std::vector<Case>& cases, const char* name, double macs, std::shared_ptr<Operands> at, Load load, Step step) {
  cases.push_back({.name = name, .work = macs * kTiles * kSteps * kRows * kVectors, .run = [=] {
                     tiles<kRows, kVectors, kWeightBytes, kActivationBytes>(*at, load, step);
                   }});
}

}  // namespace

void add_ceilings(std::vector<Case>& cases) {
  const auto at = std::make_shared<Operands>();
  const auto whole = [](const std::byte* from) { return wasm_v128_load(from); };
  const auto widened = [](const std::byte* from) { return wasm_i16x8_load8x8(from); };
  const auto float_step = [](v128_t w, v128_t x, v128_t sum) { return wasm_f32x4_add(sum, wasm_f32x4_mul(w, x)); };
  const auto simd_step = [](v128_t w, v128_t x, v128_t sum) { return wasm_i32x4_add(sum, wasm_i32x4_dot_i16x8(w, x)); };
  add<1, 8, 16, 4>(cases, "ceiling float M=1", 4, at, whole, float_step);
  add<4, 2, 16, 4>(cases, "ceiling float M>=4", 4, at, whole, float_step);
  add<1, 8, 8, 4>(cases, "ceiling simd M=1", 8, at, widened, simd_step);
  add<4, 2, 8, 4>(cases, "ceiling simd M>=4", 8, at, widened, simd_step);
#if SENTIBYTE_HAS_RELAXED
  const auto relaxed_step = [](v128_t w, v128_t x, v128_t sum) {
    return wasm_i32x4_relaxed_dot_i8x16_i7x16_add(w, x, sum);
  };
  add<1, 8, 16, 4>(cases, "ceiling relaxed M=1", 16, at, whole, relaxed_step);
  add<4, 2, 16, 4>(cases, "ceiling relaxed M>=4", 16, at, whole, relaxed_step);
#endif
}

#else

void add_ceilings(std::vector<Case>&) {}

#endif

}  // namespace sentibyte::bench
