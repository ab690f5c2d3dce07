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

  void run(const Frame& frame) const override { recurrence_.run(frame, kernels::fast::rnn_step); }

 private:
  Recurrence recurrence_;
};

}  // namespace

LayerResult make_simple_rnn(Build& build, const LayerSource& source) { return make_loaded<SimpleRnn>(build, source); }

}  // namespace sentibyte::nn
