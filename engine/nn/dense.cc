#include "nn/matrix.h"

namespace sentibyte::nn {
namespace {

class Dense final : public Layer {
 public:
  Dense(Matrix matrix, std::uint32_t input, std::uint32_t output)
      : matrix_(std::move(matrix)), input_(input), output_(output) {}

  std::size_t scratch_bytes(std::size_t) const override { return matrix_.scratch_bytes(); }

  void run(const Frame& frame) const override {
    const std::size_t rows = frame.rows(input_);
    if (matrix_.is_integer()) {
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

LayerResult make_dense(Build& build, const Site& site) {
  const auto& op = *site.node.operation_as_Dense();
  auto matrix = Matrix::make(build, site, op.weight(), op.bias(), op.function(), site.input(), true);
  if (!matrix) return matrix.error();
  return LayerResult(std::make_unique<Dense>(std::move(matrix).value(), site.input(), site.output()));
}

}  // namespace sentibyte::nn
