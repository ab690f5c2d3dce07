#include <algorithm>
#include <vector>

#include "kernels/quantize/quantize.h"
#include "nn/layer.h"

namespace sentibyte::nn {
namespace {

class Concat final : public Layer {
 public:
  Concat(std::vector<std::uint32_t> inputs, std::uint32_t output) : inputs_(std::move(inputs)), output_(output) {}

  void run(const Frame& frame) const override {
    const std::span<float> out = frame.real(output_);
    const ValuePlan& plan = frame.plan(output_);
    std::size_t column = 0;
    for (const std::uint32_t input : inputs_) {
      const std::size_t width = frame.plan(input).width;
      const float* from = frame.real(input).data();
      for (std::size_t row = 0; row < frame.rows(output_); ++row) {
        std::copy_n(from + row * width, width, out.data() + row * plan.width + column);
      }
      column += width;
    }
    if (plan.quantized) kernels::fast::quantize(out, plan.quantization, frame.quantized(output_));
  }

 private:
  std::vector<std::uint32_t> inputs_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_concat(Build&, const LayerSource& source) {
  const auto& inputs = *source.node.inputs();
  return LayerResult(
      std::make_unique<Concat>(std::vector<std::uint32_t>(inputs.begin(), inputs.end()), source.output()));
}

}  // namespace sentibyte::nn
