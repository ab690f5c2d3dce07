#include "kernels/quantize/quantize.h"
#include "nn/table.h"

namespace sentibyte::nn {
namespace {

/// A row of `pieces` for each id, plus the row of its place in the text.
class Embedding final : public Layer {
 public:
  explicit Embedding(std::uint32_t output) : output_(output) {}

  bool load(Build& build, const format::Embedding& op) {
    has_positions_ = op.positions() >= 0;
    return pieces_.load(build, op.pieces()) &&
           (!has_positions_ || positions_.load(build, static_cast<std::uint32_t>(op.positions())));
  }

  void run(const Frame& frame) const override {
    const std::span<float> out = frame.real(output_);
    kernels::fast::embedding_gather(pieces_.rows(), frame.ids(), out);
    if (has_positions_) kernels::fast::embedding_add(positions_.rows(), frame.first(), frame.tokens(), out);
    const ValuePlan& plan = frame.plan(output_);
    if (plan.quantized) kernels::fast::quantize(out, plan.quantization, frame.quantized(output_));
  }

 private:
  Table pieces_;
  Table positions_;
  bool has_positions_ = false;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_embedding(Build& build, const LayerSource& source) {
  auto layer = std::make_unique<Embedding>(source.output());
  if (!layer->load(build, *source.node.operation_as_Embedding())) return nullptr;
  return layer;
}

}  // namespace sentibyte::nn
