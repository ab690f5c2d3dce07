#include "kernels/layer_norm/layer_norm.h"

#include "nn/layer.h"

namespace sentibyte::nn {
namespace {

class LayerNorm final : public Layer {
 public:
  LayerNorm(const LayerSource& source, const format::Node* sum)
      : input_(sum == nullptr ? source.input() : sum->inputs()->Get(0)),
        residual_(sum == nullptr ? kNone : sum->inputs()->Get(1)),
        output_(source.output()) {}

  bool load(Build& build, const format::LayerNorm& op) {
    const std::size_t width = build.values[output_].width;
    epsilon_ = op.epsilon();
    return load_floats(build, op.gamma(), width, gamma_) && load_floats(build, op.beta(), width, beta_);
  }

  std::size_t scratch_bytes(std::size_t) const override { return gamma_.size() * sizeof(float); }

  void run(const Frame& frame) const override {
    kernels::LayerNorm task;
    task.x = frame.real(input_);
    if (residual_ != kNone) task.residual = frame.real(residual_);
    task.rows = frame.rows(input_);
    task.width = gamma_.size();
    task.gamma = gamma_;
    task.beta = beta_;
    task.epsilon = epsilon_;
    task.output = frame.output(output_);
    task.scratch = {reinterpret_cast<float*>(frame.scratch().data()), gamma_.size()};
    kernels::fast::layer_norm(task);
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFF'FFFF;

  Array<float> gamma_;
  Array<float> beta_;
  float epsilon_ = 0.0F;
  std::uint32_t input_;
  std::uint32_t residual_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_layer_norm(Build& build, const LayerSource& source, const format::Node* sum) {
  auto layer = std::make_unique<LayerNorm>(source, sum);
  if (!layer->load(build, *source.node.operation_as_LayerNorm())) return nullptr;
  return layer;
}

}  // namespace sentibyte::nn
