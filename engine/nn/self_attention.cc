#include "kernels/attention/attention.h"

#include "nn/layer.h"

namespace sentibyte::nn {
namespace {

/// In float32 in both arithmetics: scores and softmax weights have no range known at load.
class SelfAttention final : public Layer {
 public:
  SelfAttention(std::size_t width, std::size_t heads, std::uint32_t input, std::uint32_t output)
      : width_(width), heads_(heads), input_(input), output_(output) {}

  std::size_t scratch_bytes(std::size_t tokens) const override {
    return kernels::fast::attention_scratch_bytes(tokens, width_, heads_);
  }

  void run(const Frame& frame) const override {
    kernels::fast::attention({.qkv = frame.real(input_),
                              .tokens = frame.tokens(),
                              .width = width_,
                              .heads = heads_,
                              .output = frame.output(output_),
                              .scratch = frame.scratch()});
  }

 private:
  std::size_t width_;
  std::size_t heads_;
  std::uint32_t input_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_self_attention(Build& build, const Site& site) {
  return LayerResult(std::make_unique<SelfAttention>(build.values[site.output()].width,
                                                     site.node.operation_as_SelfAttention()->heads(), site.input(),
                                                     site.output()));
}

}  // namespace sentibyte::nn
