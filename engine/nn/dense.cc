#include "nn/matrix.h"

namespace sentibyte::nn {
namespace {

class Dense final : public Layer {
 public:
  explicit Dense(const LayerSource& source) : input_(source.input()), output_(source.output()) {}

  bool load(Build& build, const LayerSource& source) {
    const auto& op = *source.node.operation_as_Dense();
    return matrix_.load(build, source, op.weight(), op.bias(), op.function(), input_, true);
  }

  std::size_t scratch_bytes(std::size_t) const override { return matrix_.scratch_bytes(); }

  void run(const Frame& frame) const override {
    const std::size_t rows = frame.rows(input_);
    if (matrix_.is_int8()) {
      matrix_.multiply(frame.quantized(input_), rows, frame.output(output_), frame.scratch());
    } else {
      matrix_.multiply(frame.real(input_), rows, frame.output(output_));
    }
  }

 private:
  Matrix matrix_;
  std::uint32_t input_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_dense(Build& build, const LayerSource& source) { return make_loaded<Dense>(build, source); }

}  // namespace sentibyte::nn
