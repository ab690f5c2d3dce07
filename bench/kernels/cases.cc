#include "cases.h"

#include <cstddef>
#include <memory>
#include <span>

#include "kernels/add/add.h"
#include "kernels/attention/attention.h"
#include "kernels/embedding/embedding.h"
#include "kernels/gemm/gemm.h"
#include "kernels/gemm_float/gemm_float.h"
#include "kernels/layer_norm/layer_norm.h"
#include "kernels/pool/pool.h"
#include "kernels/quantize/quantize.h"
#include "kernels/recurrent/recurrent.h"

namespace sentibyte::bench {
namespace {

using namespace kernels;

/// Numbers in -1..1, or bytes, that need not be random but must not be equal.
std::vector<float> reals(std::size_t count) {
  std::vector<float> out(count);
  for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<float>(i * 7919 % 2003) / 1001.5F - 1.0F;
  return out;
}

template <class Element>
std::vector<Element> integers(std::size_t count, int low, int high) {
  std::vector<Element> out(count);
  const auto range = static_cast<std::size_t>(high - low + 1);
  for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<Element>(static_cast<int>(i * 7919 % range) + low);
  return out;
}

std::string shape(std::initializer_list<std::size_t> sizes) {
  std::string out;
  for (const std::size_t size : sizes) out += (out.empty() ? " " : "x") + std::to_string(size);
  return out;
}

/// Ceilings exist for the versions that a tight loop can be written for.
std::string ceiling(const std::string& version, std::size_t rows) {
  if (version == "scalar") return "";
  return "ceiling " + version + (rows < 4 ? " M=1" : " M>=4");
}

constexpr Quantization kU7{.inverse_scale = 20.0F, .zero_point = 64};

struct GemmData {
  std::vector<std::uint8_t> a;
  std::vector<std::byte> packed, scratch;
  std::vector<std::int32_t> offsets;
  std::vector<float> scales, bias, real;
  std::vector<std::uint8_t> quantized;
  Gemm task;
};

struct GemmFloatData {
  std::vector<float> a, packed, bias, real;
  GemmFloat task;
};

void add_gemm_float(std::vector<Case>& cases, std::size_t rows, std::size_t columns, std::size_t depth,
                    Function function) {
  for (const auto& version : gemm_float_versions) {
    auto data = std::make_shared<GemmFloatData>();
    data->a = reals(rows * depth);
    data->bias = reals(padded_columns(columns));
    data->packed.resize(gemm_float_packed_size(columns, depth));
    data->real.resize(rows * columns);
    gemm_float_pack(reals(columns * depth), depth, columns, depth, data->packed);
    data->task = {.a = data->a,
                  .a_stride = depth,
                  .rows = rows,
                  .columns = columns,
                  .depth = depth,
                  .weights = data->packed,
                  .bias = data->bias,
                  .function = function};
    data->task.output.real = data->real.data();
    data->task.output.real_stride = columns;
    cases.push_back({.name = std::string("gemm_float ") + version.name + shape({rows, columns, depth}) +
                             (function == Function::Gelu ? " gelu" : ""),
                     .work = static_cast<double>(rows * columns * depth),
                     .ceiling = ceiling(version.name, rows).empty() ? "" : ceiling("float", rows),
                     .run = [data, run = version.function] { run(data->task); }});
  }
}

struct RowData {
  std::vector<float> x, y, gamma, beta, scratch;
  std::vector<std::uint8_t> quantized;
  std::vector<std::byte> bytes;
  std::vector<std::uint16_t> ids;
  Output real(std::size_t width) { return {y.data(), width, nullptr, 0, {}}; }
  Output u7(std::size_t width) { return {nullptr, 0, quantized.data(), width, kU7}; }
};

/// `bind(data, version)` returns what to run.
template <class Versions, class Bind>
void add_rows(std::vector<Case>& cases, const char* name, const Versions& versions, std::string size, double elements,
              std::size_t reads, std::size_t writes, Bind bind) {
  for (std::size_t i = 0; i < versions.size(); ++i) {
    auto data = std::make_shared<RowData>();
    data->x = reals(reads);
    data->y = reals(writes);
    data->quantized.resize(writes);
    data->ids = integers<std::uint16_t>(512, 0, 511);
    cases.push_back({.name = std::string(name) + " " + versions[i].name + size,
                     .work = elements,
                     .unit = "element",
                     .ceiling = "",
                     .run = bind(data, i)});
  }
}

template <class Scratch, class Versions>
void add_attention_of(std::vector<Case>& cases, const char* name, const Scratch& scratch, const Versions& versions,
                      std::size_t tokens, std::size_t width, std::size_t heads) {
  const std::size_t first = cases.size();
  add_rows(cases, name, versions, shape({tokens, width, heads}), 0, tokens * 3 * width, tokens * width,
           [&](auto data, std::size_t i) {
             data->bytes.resize(scratch[i].function(tokens, width, heads));
             return [=, run = versions[i].function] {
               Attention task{.qkv = data->x, .tokens = tokens, .width = width, .heads = heads};
               task.count = heads * attention_parts(tokens);
               task.output = data->u7(width);
               task.scratch = data->bytes;
               run(task);
             };
           });
  for (std::size_t i = first; i < cases.size(); ++i) {
    cases[i].work = static_cast<double>(2 * tokens * tokens * width);
    cases[i].unit = "MAC";
  }
}

void add_small(std::vector<Case>& cases, std::size_t tokens, std::size_t width) {
  const std::size_t all = tokens * width;
  const auto elements = static_cast<double>(all);
  add_rows(cases, "layer_norm", layer_norm_versions, shape({tokens, width}), elements, all, all,
           [=](auto data, std::size_t i) {
             data->gamma = reals(width);
             data->beta = reals(width);
             data->scratch.resize(width);
             return [=] {
               LayerNorm task{.x = data->x, .rows = tokens, .width = width, .gamma = data->gamma, .beta = data->beta};
               task.output = data->real(width);
               task.output.quantized = data->quantized.data();
               task.output.quantized_stride = width;
               task.output.quantization = kU7;
               task.scratch = data->scratch;
               layer_norm_versions[i].function(task);
             };
           });
  add_rows(cases, "add", add_versions, shape({tokens, width}), elements, all, all, [=](auto data, std::size_t i) {
    return [=] {
      Add task{.a = data->x, .b = data->x, .rows = tokens, .width = width};
      task.output = data->real(width);
      add_versions[i].function(task);
    };
  });
  add_rows(
      cases, "quantize", quantize_versions, shape({tokens, width}), elements, all, all,
      [=](auto data, std::size_t i) { return [=] { quantize_versions[i].function(data->x, kU7, data->quantized); }; });
  add_rows(cases, "pool_mean", pool_mean_versions, shape({tokens, width}), elements, all, width,
           [=](auto data, std::size_t i) {
             return [=] {
               Pool task{.x = data->x, .tokens = tokens, .width = width};
               task.output = data->real(width);
               pool_mean_versions[i].function(task);
             };
           });
  for (const std::uint32_t bits : {4u, 8u, 32u}) {
    add_rows(cases, "embedding_gather", embedding_gather_versions,
             " " + std::to_string(bits) + "bit" + shape({tokens, width}), elements, all, all,
             [=](auto data, std::size_t i) {
               data->gamma.assign(512, 0.01F);
               Rows rows{.count = 512, .width = width, .bits = bits};
               data->bytes.resize(512 * rows.row_bytes(), std::byte{0x35});
               rows.data = data->bytes;
               if (bits != 32) rows.scales = data->gamma;
               return [=] { embedding_gather_versions[i].function(rows, std::span(data->ids).first(tokens), data->y); };
             });
  }
  add_rows(cases, "gru_step", gru_step_versions, shape({width}), static_cast<double>(width), 3 * width, width,
           [=](auto data, std::size_t i) {
             return [=] {
               RecurrentStep task{.input = data->x, .recurrent = data->x, .state = data->y};
               task.output = data->u7(width);
               gru_step_versions[i].function(task);
             };
           });
}

}  // namespace

void add_gemm(std::vector<Case>& cases, std::size_t rows, std::size_t columns, std::size_t depth, Function function,
              bool to_u7) {
  for (std::size_t i = 0; i < gemm_versions.size(); ++i) {
    auto data = std::make_shared<GemmData>();
    const auto weights = integers<std::int8_t>(columns * depth, -127, 127);
    data->a = integers<std::uint8_t>(rows * depth, 0, 127);
    data->packed.resize(gemm_packed_bytes_versions[i].function(columns, depth));
    data->scratch.resize(gemm_scratch_bytes_versions[i].function(depth));
    data->offsets.resize(padded_columns(columns));
    data->scales.assign(padded_columns(columns), 1e-4F);
    data->bias = reals(padded_columns(columns));
    data->real.resize(rows * columns);
    data->quantized.resize(rows * columns);
    gemm_pack_versions[i].function(weights, columns, depth, data->packed);
    fold_offsets(weights, columns, depth, 64, {}, data->offsets);
    Gemm& task = data->task;
    task.a = data->a;
    task.a_stride = depth;
    task.rows = rows;
    task.columns = columns;
    task.depth = depth;
    task.weights = data->packed;
    task.offsets = data->offsets;
    task.scales = data->scales;
    task.bias = data->bias;
    task.scratch = data->scratch;
    task.function = function;
    if (to_u7) {
      task.output.quantized = data->quantized.data();
      task.output.quantized_stride = columns;
      task.output.quantization = kU7;
    } else {
      task.output.real = data->real.data();
      task.output.real_stride = columns;
    }
    const std::string version = gemm_versions[i].name;
    auto* const run = gemm_versions[i].function;
    cases.push_back({.name = "gemm " + version + shape({rows, columns, depth}) +
                             (function == Function::Gelu ? " gelu" : "") + (to_u7 ? " u7" : ""),
                     .work = static_cast<double>(rows * columns * depth),
                     .ceiling = ceiling(version, rows),
                     .run = [data, run] { run(data->task); }});
  }
}

void add_attention(std::vector<Case>& cases, std::size_t tokens, std::size_t width, std::size_t heads) {
  add_attention_of(cases, "attention_i8", attention_i8_scratch_bytes_versions, attention_i8_versions, tokens, width,
                   heads);
}

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  add_ceilings(cases);
  for (const std::size_t rows : {1, 2, 3, 4, 8, 32, 128}) add_gemm(cases, rows, 128, 128, Function::None, false);
  for (const std::size_t rows : {1, 32, 128}) {
    add_gemm(cases, rows, 384, 128, Function::None, false);
    add_gemm(cases, rows, 512, 128, Function::Gelu, true);
    add_gemm(cases, rows, 128, 512, Function::None, false);
    add_gemm(cases, rows, 1024, 256, Function::Relu, true);
    add_gemm(cases, rows, 256, 1024, Function::None, false);
  }
  for (const std::size_t rows : {1, 4, 8, 32, 128}) add_gemm_float(cases, rows, 128, 128, Function::None);
  for (const std::size_t rows : {1, 32, 128}) {
    add_gemm_float(cases, rows, 512, 128, Function::Gelu);
    add_gemm_float(cases, rows, 256, 1024, Function::None);
  }
  for (const std::size_t tokens : {32, 128}) {
    add_attention_of(cases, "attention", attention_scratch_bytes_versions, attention_versions, tokens, 128, 4);
    add_attention(cases, tokens, 128, 4);
    add_small(cases, tokens, 128);
  }
  return cases;
}

}  // namespace sentibyte::bench
