#include <vector>

#include "kernels/quantize/quantize.h"
#include "nn/table.h"

namespace sentibyte::nn {
namespace {

/// The sum of the rows that the n-grams ending at each token pick.
class HashedNgrams final : public Layer {
 public:
  HashedNgrams(const format::HashedNgrams& op, std::uint32_t output)
      : orders_(op.orders()->data(), op.orders()->data() + op.orders()->size()),
        hashes_(op.hashes()),
        output_(output) {}

  bool load(Build& build, std::uint32_t rows) { return table_.load(build, rows); }

  void run(const Frame& frame) const override {
    const std::span<float> out = frame.real(output_);
    kernels::fast::hashed_ngrams({.rows = table_.rows(), .orders = orders_, .hashes = hashes_}, frame.whole().ids(),
                                 frame.first(), out);
    const ValuePlan& plan = frame.plan(output_);
    if (plan.quantized) kernels::fast::quantize(out, plan.quantization, frame.quantized(output_));
  }

 private:
  Table table_;
  std::vector<std::uint8_t> orders_;
  std::uint32_t hashes_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_hashed_ngrams(Build& build, const LayerSource& source) {
  const auto& op = *source.node.operation_as_HashedNgrams();
  auto layer = std::make_unique<HashedNgrams>(op, source.output());
  if (!layer->load(build, op.rows())) return nullptr;
  return layer;
}

}  // namespace sentibyte::nn
