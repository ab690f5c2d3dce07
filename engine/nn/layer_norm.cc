#include "kernels/layer_norm/layer_norm.h"

#include <optional>

#include "nn/layer.h"

namespace sentibyte::nn {
namespace {

class LayerNorm final : public Layer {
 public:
  LayerNorm(std::vector<float> gamma, std::vector<float> beta, float epsilon, std::uint32_t input,
            std::optional<std::uint32_t> residual, std::uint32_t output)
      : gamma_(std::move(gamma)),
        beta_(std::move(beta)),
        epsilon_(epsilon),
        input_(input),
        residual_(residual),
        output_(output) {}

  std::size_t scratch_bytes(std::size_t) const override { return gamma_.size() * sizeof(float); }

  void run(const Frame& frame) const override {
    kernels::LayerNorm task;
    task.x = frame.real(input_);
    if (residual_) task.residual = frame.real(*residual_);
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
  std::vector<float> gamma_;
  std::vector<float> beta_;
  float epsilon_;
  std::uint32_t input_;
  std::optional<std::uint32_t> residual_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_layer_norm(Build& build, const Site& site, const format::Node* sum) {
  const auto& op = *site.node.operation_as_LayerNorm();
  const std::size_t width = build.values[site.output()].width;
  auto gamma = load_floats(build, static_cast<std::int32_t>(op.gamma()), width);
  if (!gamma) return gamma.error();
  auto beta = load_floats(build, static_cast<std::int32_t>(op.beta()), width);
  if (!beta) return beta.error();
  const std::uint32_t input = sum == nullptr ? site.input() : sum->inputs()->Get(0);
  const auto residual = sum == nullptr ? std::nullopt : std::optional<std::uint32_t>(sum->inputs()->Get(1));
  return LayerResult(std::make_unique<LayerNorm>(std::move(gamma).value(), std::move(beta).value(), op.epsilon(), input,
                                                 residual, site.output()));
}

}  // namespace sentibyte::nn
