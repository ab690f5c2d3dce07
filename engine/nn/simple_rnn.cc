#include "kernels/recurrent/recurrent.h"
#include "nn/recurrent.h"

namespace sentibyte::nn {
namespace {

class SimpleRnn final : public Layer {
 public:
  explicit SimpleRnn(const LayerSource& source)
      : recurrence_(source, source.node.operation_as_SimpleRnn()->reverse()) {}

  bool load(Build& build, const LayerSource& source) {
    const auto& op = *source.node.operation_as_SimpleRnn();
    return recurrence_.load(build, source, op.input(), op.bias(), op.recurrent(), -1);
  }

  std::size_t scratch_bytes(std::size_t tokens) const override { return recurrence_.scratch_bytes(tokens); }

  void run(const Frame& frame) const override {
    recurrence_.run(frame, [](std::span<const float> input, std::span<const float> recurrent, std::span<float> state,
                              const kernels::Output& output) {
      kernels::fast::rnn_step({.input = input, .recurrent = recurrent, .state = state, .output = output});
    });
  }

 private:
  Recurrence recurrence_;
};

}  // namespace

LayerResult make_simple_rnn(Build& build, const LayerSource& source) {
  auto layer = std::make_unique<SimpleRnn>(source);
  if (!layer->load(build, source)) return nullptr;
  return layer;
}

}  // namespace sentibyte::nn
