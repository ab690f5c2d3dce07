#include "kernels/conv1d/conv1d.h"

#include "format/tensor.h"
#include "nn/matrix.h"
#include "nn/precision.h"

namespace sentibyte::nn {
namespace {

class Conv1d final : public Layer {
 public:
  explicit Conv1d(const LayerSource& source) : input_(source.input()), output_(source.output()) {}

  bool load(Build& build, const LayerSource& source) {
    const auto& op = *source.node.operation_as_Conv1d();
    size_ = build.model.tensors()->Get(op.weight())->shape()->Get(1);
    width_ = build.values[input_].width;
    return matrix_.load(build, source, op.weight(), op.bias(), op.function(), input_, false);
  }

  std::size_t scratch_bytes(std::size_t tokens) const override {
    if (!matrix_.is_int8()) return kernels::conv1d_float_scratch_size(tokens, width_, size_) * sizeof(float);
    return matrix_.is_asymmetric() ? kernels::scalar::conv1d_scratch_bytes(tokens, width_, size_)
                                   : kernels::fast::conv1d_scratch_bytes(tokens, width_, size_);
  }

  void run(const Frame& part) const override { matrix_.is_int8() ? run_int8(part) : run_float(part); }

 private:
  /// What either precision says of the windows that slide over the text.
  template <class Task>
  Task windows(const Frame& part) const {
    Task task;
    task.tokens = part.whole().tokens();
    task.first = part.first();
    task.rows = part.count();
    task.width = width_;
    task.size = size_;
    return task;
  }

  void run_int8(const Frame& part) const {
    if constexpr (kHasInt8) {
      auto task = windows<kernels::Conv1d>(part);
      task.x = part.whole().quantized(input_);
      task.zero_point = static_cast<std::uint8_t>(part.plan(input_).quantization.zero_point);
      task.gemm = matrix_.int8_task(part.output(output_));
      task.scratch = part.scratch();
      (matrix_.is_asymmetric() ? kernels::conv1d_asymmetric : kernels::fast::conv1d)(task);
    }
  }

  void run_float(const Frame& part) const {
    if constexpr (kHasFloat) {
      auto task = windows<kernels::Conv1dFloat>(part);
      task.x = part.whole().real(input_);
      task.gemm = matrix_.float_task(part.output(output_));
      task.scratch = {reinterpret_cast<float*>(part.scratch().data()), part.scratch().size() / sizeof(float)};
      kernels::fast::conv1d_float(task);
    }
  }

  Matrix matrix_;
  std::size_t size_ = 0;
  std::size_t width_ = 0;
  std::uint32_t input_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_conv1d(Build& build, const LayerSource& source) { return make_loaded<Conv1d>(build, source); }

}  // namespace sentibyte::nn
