// sentibyte-bench [blob...] [--benchmark_filter=REGEXP ...]: every kernel, and each model given, at several lengths.
//
// Rates are GMAC/s for matrix kernels and G elements/s for the others; models report microseconds a text. Give
// --benchmark_repetitions=9 for medians and spread. The WebAssembly versions are measured by npm run bench:kernels.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "cases.h"
#include "sentibyte/engine.h"

namespace sentibyte::bench {
namespace {

void register_kernels() {
  for (const Case& one : all_cases()) {
    benchmark::RegisterBenchmark(one.name.c_str(), [one](benchmark::State& state) {
      for (auto _ : state) one.run();
      const char* name = std::string(one.unit) == "MAC" ? "GMAC/s" : "Gelements/s";
      state.counters[name] = benchmark::Counter(one.work / 1e9, benchmark::Counter::kIsIterationInvariantRate);
    });
  }
}

std::vector<char> read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Texts of 8, 32 and 128 tokens, as far as the model takes them. False, with the reason on stderr, for a bad blob.
bool register_model(const char* path) {
  const std::vector<char> bytes = read_file(path);
  auto loaded = Engine::load(std::as_bytes(std::span(bytes)));
  if (!loaded.ok()) {
    std::fprintf(stderr, "%s: %s\n", path, loaded.error().message.c_str());
    return false;
  }
  const auto engine = std::make_shared<Engine>(std::move(loaded).value());
  const Description& description = engine->describe();
  for (const std::uint32_t tokens : {8u, 32u, 128u}) {
    if (tokens > description.longest) break;
    std::vector<std::uint16_t> ids(tokens);
    for (std::uint32_t i = 0; i < tokens; ++i)
      ids[i] = static_cast<std::uint16_t>((i * 7919 + 13) % description.vocabulary);
    const std::string name = std::string(path) + " tokens " + std::to_string(tokens);
    benchmark::RegisterBenchmark(name.c_str(), [engine, ids, tokens](benchmark::State& state) {
      for (auto _ : state) benchmark::DoNotOptimize(engine->run(ids, std::span(&tokens, 1)));
    })->Unit(benchmark::kMicrosecond);
  }
  return true;
}

}  // namespace
}  // namespace sentibyte::bench

int main(int count, char** arguments) {
  benchmark::Initialize(&count, arguments);  // takes its own options out
  sentibyte::bench::register_kernels();
  for (int i = 1; i < count; ++i) {
    if (arguments[i][0] == '-' || !sentibyte::bench::register_model(arguments[i])) {
      std::fprintf(stderr, "usage: sentibyte-bench [blob...] [--benchmark_filter=REGEXP ...]\n");
      return 1;
    }
  }
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
