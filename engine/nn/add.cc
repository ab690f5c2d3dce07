#include "kernels/add/add.h"

#include "nn/layer.h"

namespace sentibyte::nn {
namespace {

class Add final : public Layer {
 public:
  Add(std::uint32_t a, std::uint32_t b, std::uint32_t output) : a_(a), b_(b), output_(output) {}

  void run(const Frame& frame) const override {
    kernels::fast::add({.a = frame.real(a_),
                        .b = frame.real(b_),
                        .rows = frame.rows(output_),
                        .width = frame.plan(output_).width,
                        .output = frame.output(output_)});
  }

 private:
  std::uint32_t a_;
  std::uint32_t b_;
  std::uint32_t output_;
};

}  // namespace

LayerResult make_add(Build&, const LayerSource& source) {
  return LayerResult(std::make_unique<Add>(source.input(0), source.input(1), source.output()));
}

}  // namespace sentibyte::nn
