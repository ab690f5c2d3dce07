#include <optional>

#include "kernels/quantize/quantize.h"
#include "nn/table.h"

namespace sentibyte::nn {
namespace {

/// A row of `pieces` for each id, plus the row of its place in the text.
class Embedding final : public Layer {
 public:
  Embedding(Table pieces, std::optional<Table> positions, std::uint32_t output)
      : pieces_(std::move(pieces)), positions_(std::move(positions)), output_(output) {}

  void run(const Frame& frame) const override {
    const std::span<float> out = frame.real(output_);
    kernels::fast::embedding_gather(pieces_.rows(), frame.ids(), out);
    if (positions_) kernels::fast::embedding_add(positions_->rows(), 0, frame.tokens(), out);
    const ValuePlan& plan = frame.plan(output_);
    if (plan.quantized) kernels::fast::quantize(out, plan.quantization, frame.quantized(output_));
  }

 private:
  Table pieces_;
  std::optional<Table> positions_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_embedding(Build& build, const Site& site) {
  const auto& op = *site.node.operation_as_Embedding();
  auto pieces = Table::make(build, op.pieces());
  if (!pieces) return pieces.error();
  std::optional<Table> positions;
  if (op.positions() >= 0) {
    auto loaded = Table::make(build, static_cast<std::uint32_t>(op.positions()));
    if (!loaded) return loaded.error();
    positions = std::move(loaded).value();
  }
  return LayerResult(std::make_unique<Embedding>(std::move(pieces).value(), std::move(positions), site.output()));
}

}  // namespace sentibyte::nn
