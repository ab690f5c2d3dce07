#include "kernels/recurrent/recurrent.h"
#include "nn/recurrent.h"

namespace sentibyte::nn {
namespace {

class Gru final : public Layer {
 public:
  explicit Gru(Recurrence recurrence) : recurrence_(std::move(recurrence)) {}

  std::size_t scratch_bytes(std::size_t tokens) const override { return recurrence_.scratch_bytes(tokens); }

  void run(const Frame& frame) const override {
    recurrence_.run(frame, [](std::span<const float> input, std::span<const float> recurrent, std::span<float> state,
                              const kernels::Output& output) {
      kernels::fast::gru_step({.input = input, .recurrent = recurrent, .state = state, .output = output});
    });
  }

 private:
  Recurrence recurrence_;
};

}  // namespace

LayerResult make_gru(Build& build, const Site& site) {
  const auto& op = *site.node.operation_as_Gru();
  auto recurrence = make_recurrence(build, site, op.input(), static_cast<std::int32_t>(op.input_bias()), op.recurrent(),
                                    static_cast<std::int32_t>(op.recurrent_bias()), op.reverse());
  if (!recurrence) return recurrence.error();
  return LayerResult(std::make_unique<Gru>(std::move(recurrence).value()));
}

}  // namespace sentibyte::nn
