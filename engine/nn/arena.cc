#include "nn/arena.h"

#include <algorithm>

namespace sentibyte::nn {
namespace {

struct Block {
  std::uint64_t first;
  std::uint64_t end;
  std::size_t last_use;  // the step after which its bytes are free
};

/// The lowest gap between living blocks, which are sorted by place, that holds `bytes`.
std::uint64_t find_gap(const std::vector<Block>& living, std::uint64_t bytes) {
  std::uint64_t at = 0;
  for (const Block& block : living) {
    if (block.first - at >= bytes) break;
    at = block.end;
  }
  return at;
}

class Placement {
 public:
  std::uint64_t add(std::uint64_t bytes, std::size_t last_use) {
    bytes = round_up(bytes);
    const std::uint64_t at = find_gap(living_, bytes);
    const Block block{at, at + bytes, last_use};
    const auto before = [](const Block& a, const Block& b) { return a.first < b.first; };
    living_.insert(std::upper_bound(living_.begin(), living_.end(), block, before), block);
    needed_ = std::max(needed_, block.end);
    return at;
  }
  void free_until(std::size_t step) {
    std::erase_if(living_, [step](const Block& block) { return block.last_use < step; });
  }
  std::uint64_t needed() const { return needed_; }

 private:
  std::vector<Block> living_;
  std::uint64_t needed_ = 0;
};

}  // namespace

std::uint64_t place_values(std::span<ValuePlan> values, std::span<const Use> uses, std::span<const std::uint32_t> kept,
                           std::size_t longest) {
  std::vector<std::size_t> last_use(values.size());
  for (std::size_t step = 0; step < uses.size(); ++step) {
    for (const std::uint32_t input : uses[step].inputs) last_use[input] = step;
    last_use[uses[step].output] = step;
  }
  for (const std::uint32_t value : kept) last_use[value] = uses.size();

  Placement placement;
  for (std::size_t step = 0; step < uses.size(); ++step) {
    // A step's inputs live on while it writes: no kernel works in place here.
    placement.free_until(step);
    ValuePlan& value = values[uses[step].output];
    const std::size_t until = last_use[uses[step].output];
    const std::uint64_t elements = std::uint64_t{value.rows(longest)} * value.width;
    if (value.real) value.real_at = static_cast<std::size_t>(placement.add(elements * sizeof(float), until));
    if (value.quantized) value.quantized_at = static_cast<std::size_t>(placement.add(elements, until));
  }
  return placement.needed();
}

}  // namespace sentibyte::nn
