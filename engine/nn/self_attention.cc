#include "kernels/attention/attention.h"
#include "nn/layer.h"
#include "nn/precision.h"

namespace sentibyte::nn {
namespace {

/// Reads float32 at either precision. Scores have no range known at load, so the int8 kernel finds its own scales.
class SelfAttention final : public Layer {
 public:
  SelfAttention(bool int8, std::size_t width, std::size_t heads, std::uint32_t input, std::uint32_t output)
      : int8_(int8), width_(width), heads_(heads), input_(input), output_(output) {}

  std::size_t scratch_bytes(std::size_t tokens) const override {
    if constexpr (kHasInt8) {
      if (int8_) return kernels::fast::attention_i8_scratch_bytes(tokens, width_, heads_);
    }
    if constexpr (kHasFloat) return kernels::fast::attention_scratch_bytes(tokens, width_, heads_);
    return 0;
  }

  std::size_t parts(std::size_t rows) const override { return heads_ * kernels::attention_parts(rows); }

  void run(const Frame& part) const override {
    const Frame text = part.whole();
    const kernels::Attention task{.qkv = text.real(input_),
                                  .tokens = text.tokens(),
                                  .width = width_,
                                  .heads = heads_,
                                  .output = text.output(output_),
                                  .first = part.first(),
                                  .count = part.count(),
                                  .scratch = text.scratch()};
    if constexpr (kHasInt8) {
      if (int8_) return kernels::fast::attention_i8(task);
    }
    if constexpr (kHasFloat) kernels::fast::attention(task);
  }

 private:
  bool int8_;
  std::size_t width_;
  std::size_t heads_;
  std::uint32_t input_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_self_attention(Build& build, const LayerSource& source) {
  return LayerResult(std::make_unique<SelfAttention>(
      build.precision == Precision::Int8, build.values[source.output()].width,
      source.node.operation_as_SelfAttention()->heads(), source.input(), source.output()));
}

}  // namespace sentibyte::nn
