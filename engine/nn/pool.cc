#include "kernels/pool/pool.h"

#include <algorithm>

#include "kernels/softmax/softmax.h"
#include "nn/layer.h"

namespace sentibyte::nn {
namespace {

/// From one row per token to one row per text. `scores_` is the second input of attention pooling.
class Pool final : public Layer {
 public:
  Pool(format::Pooling kind, std::uint32_t input, std::uint32_t scores, std::uint32_t output)
      : kind_(kind), input_(input), scores_(scores), output_(output) {}

  std::size_t scratch_bytes(std::size_t tokens) const override { return tokens * sizeof(float); }

  void run(const Frame& part) const override {
    const Frame frame = part.whole();
    const std::size_t width = frame.plan(input_).width;
    kernels::Pool task{
        .x = frame.real(input_), .tokens = frame.tokens(), .width = width, .output = frame.output(output_)};
    switch (kind_) {
      case format::Pooling_Mean:
        return kernels::fast::pool_mean(task);
      case format::Pooling_Max:
        return kernels::fast::pool_max(task);
      case format::Pooling_Attention:
        return run_attention(frame, task);
      case format::Pooling_Last:
        // The largest of one row is that row.
        task.x = task.x.subspan((task.tokens - 1) * width);
        task.tokens = 1;
        return kernels::fast::pool_max(task);
    }
  }

 private:
  void run_attention(const Frame& frame, const kernels::Pool& task) const {
    const std::span<float> weights(reinterpret_cast<float*>(frame.scratch().data()), frame.tokens());
    const std::span<float> scores = frame.real(scores_);
    std::copy(scores.begin(), scores.end(), weights.begin());
    kernels::fast::softmax(weights);
    kernels::fast::pool_weighted(task, weights);
  }

  format::Pooling kind_;
  std::uint32_t input_;
  std::uint32_t scores_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_pool(Build&, const LayerSource& source) {
  const format::Pooling kind = source.node.operation_as_Pool()->kind();
  const std::uint32_t scores = kind == format::Pooling_Attention ? source.input(1) : 0;
  return LayerResult(std::make_unique<Pool>(kind, source.input(), scores, source.output()));
}

}  // namespace sentibyte::nn
