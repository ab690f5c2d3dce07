#include "nn/recurrent.h"

namespace sentibyte::nn {
namespace {

class Gru final : public Layer {
 public:
  explicit Gru(const LayerSource& source) : recurrence_(source, source.node.operation_as_Gru()->reverse()) {}

  bool load(Build& build, const LayerSource& source) {
    const auto& op = *source.node.operation_as_Gru();
    return recurrence_.load(build, source, op.input(), op.input_bias(), op.recurrent(), op.recurrent_bias());
  }

  std::size_t scratch_bytes(std::size_t tokens) const override { return recurrence_.scratch_bytes(tokens); }

  void run(const Frame& frame) const override { recurrence_.run(frame, kernels::fast::gru_step); }

 private:
  Recurrence recurrence_;
};

}  // namespace

LayerResult make_gru(Build& build, const LayerSource& source) { return make_loaded<Gru>(build, source); }

}  // namespace sentibyte::nn
