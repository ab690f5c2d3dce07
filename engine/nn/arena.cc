#include "nn/arena.h"

#include <algorithm>
#include <vector>

#include "nn/guard.h"

namespace sentibyte::nn {
namespace {

struct Block {
  std::uint64_t first = 0;
  std::uint64_t end = 0;
  std::uint32_t last_use = 0;  // the step after which its bytes are free
};

/// The blocks that live, sorted by place.
class Placement {
 public:
  explicit Placement(std::size_t most) : blocks_(most) {}

  /// The lowest gap between blocks that live in `step`. A step's inputs live on while it writes: no kernel works in
  /// place here.
  std::uint64_t add(std::uint64_t bytes, std::uint32_t step, std::uint32_t last_use) {
    drop_before(step);
    bytes = round_up(bytes + Guard::kGap);
    std::uint64_t at = 0;
    std::size_t place = 0;
    while (place < count_ && blocks_[place].first - at < bytes) at = blocks_[place++].end;
    for (std::size_t i = count_++; i > place; --i) blocks_[i] = blocks_[i - 1];
    blocks_[place] = {at, at + bytes, last_use};
    needed_ = std::max(needed_, at + bytes);
    return at;
  }
  std::uint64_t needed() const { return needed_; }

 private:
  void drop_before(std::uint32_t step) {
    std::size_t living = 0;
    for (std::size_t i = 0; i < count_; ++i) {
      if (blocks_[i].last_use >= step) blocks_[living++] = blocks_[i];
    }
    count_ = living;
  }

  std::vector<Block> blocks_;
  std::size_t count_ = 0;
  std::uint64_t needed_ = 0;
};

}  // namespace

std::uint64_t place_values(std::span<ValuePlan> values, std::span<const std::uint32_t> outputs,
                           std::span<const std::uint32_t> last_use, std::size_t longest) {
  Placement placement(2 * outputs.size());
  for (std::uint32_t step = 0; step < outputs.size(); ++step) {
    const std::uint32_t output = outputs[step];
    ValuePlan& value = values[output];
    const std::uint64_t elements = std::uint64_t{value.rows(longest)} * value.width;
    const auto place = [&](std::uint64_t bytes) {
      return static_cast<std::size_t>(placement.add(bytes, step, last_use[output]));
    };
    if (value.real) value.real_at = place(elements * sizeof(float));
    if (value.quantized) value.quantized_at = place(elements);
  }
  return placement.needed();
}

}  // namespace sentibyte::nn
