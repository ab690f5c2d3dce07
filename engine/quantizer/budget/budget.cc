#include "quantizer/budget/budget.h"

#include <algorithm>

#include "quantizer/codes/grid.h"

namespace sentibyte::quantizer {
namespace {

using Choice = std::vector<std::size_t>;

std::size_t smallest_option(const WidthOptions& options) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < options.size(); ++i) {
    const bool smaller = options[i].bytes < options[best].bytes;
    const bool same_but_better = options[i].bytes == options[best].bytes && options[i].error < options[best].error;
    if (smaller || same_but_better) best = i;
  }
  return best;
}

Choice smallest(std::span<const WidthOptions> tensors) {
  Choice choice;
  for (const WidthOptions& options : tensors) choice.push_back(smallest_option(options));
  return choice;
}

Choice uniform(std::span<const WidthOptions> tensors, int bits) {
  Choice choice;
  for (const WidthOptions& options : tensors) {
    const auto found =
        std::find_if(options.begin(), options.end(), [bits](const WidthOption& o) { return o.bits == bits; });
    choice.push_back(found == options.end() ? smallest_option(options)
                                            : static_cast<std::size_t>(found - options.begin()));
  }
  return choice;
}

std::size_t total_bytes(std::span<const WidthOptions> tensors, const Choice& choice) {
  std::size_t bytes = 0;
  for (std::size_t t = 0; t < tensors.size(); ++t) bytes += tensors[t][choice[t]].bytes;
  return bytes;
}

double total_error(std::span<const WidthOptions> tensors, const Choice& choice) {
  double error = 0.0;
  for (std::size_t t = 0; t < tensors.size(); ++t) error += tensors[t][choice[t]].error;
  return error;
}

/// Spends what the budget leaves over `choice`.
void upgrade(std::span<const WidthOptions> tensors, std::size_t budget, Choice& choice) {
  std::size_t spent = total_bytes(tensors, choice);
  while (true) {
    double best_gain = 0.0;
    std::size_t best_tensor = tensors.size();
    std::size_t best_option = 0;
    for (std::size_t t = 0; t < tensors.size(); ++t) {
      const WidthOption& now = tensors[t][choice[t]];
      for (std::size_t o = 0; o < tensors[t].size(); ++o) {
        const WidthOption& next = tensors[t][o];
        if (next.error >= now.error || spent - now.bytes + next.bytes > budget) continue;
        // An upgrade that costs nothing counts as one byte: better than all others of its gain, still finite.
        const std::size_t cost = next.bytes > now.bytes ? next.bytes - now.bytes : 1;
        const double gain = (now.error - next.error) / static_cast<double>(cost);
        if (gain <= best_gain) continue;
        best_gain = gain;
        best_tensor = t;
        best_option = o;
      }
    }
    if (best_tensor == tensors.size()) return;
    spent = spent - tensors[best_tensor][choice[best_tensor]].bytes + tensors[best_tensor][best_option].bytes;
    choice[best_tensor] = best_option;
  }
}

/// Small early upgrades can leave too little for a large tensor that needs the bytes more: the best exchange of
/// two tensors' options mends that. Returns whether there was one.
bool exchange(std::span<const WidthOptions> tensors, std::size_t budget, Choice& choice) {
  const std::size_t spent = total_bytes(tensors, choice);
  double most_removed = 0.0;
  Choice best;
  for (std::size_t up = 0; up < tensors.size(); ++up) {
    const WidthOption& up_now = tensors[up][choice[up]];
    for (std::size_t u = 0; u < tensors[up].size(); ++u) {
      const WidthOption& up_next = tensors[up][u];
      if (up_next.error >= up_now.error) continue;
      for (std::size_t down = 0; down < tensors.size(); ++down) {
        if (down == up) continue;
        const WidthOption& down_now = tensors[down][choice[down]];
        for (std::size_t d = 0; d < tensors[down].size(); ++d) {
          const WidthOption& down_next = tensors[down][d];
          const double removed = up_now.error - up_next.error + down_now.error - down_next.error;
          const std::size_t bytes = spent - up_now.bytes - down_now.bytes + up_next.bytes + down_next.bytes;
          if (bytes > budget || removed <= most_removed) continue;
          most_removed = removed;
          best = choice;
          best[up] = u;
          best[down] = d;
        }
      }
    }
  }
  if (best.empty()) return false;
  choice = std::move(best);
  return true;
}

void improve(std::span<const WidthOptions> tensors, std::size_t budget, Choice& choice) {
  // Ends because every round removes error from a finite number of choices; the cap guards against rounds that
  // remove next to nothing.
  constexpr int kMostRounds = 200;
  upgrade(tensors, budget, choice);
  for (int round = 0; round < kMostRounds && exchange(tensors, budget, choice); ++round) {
    upgrade(tensors, budget, choice);
  }
}

}  // namespace

std::size_t fewest_bytes(std::span<const WidthOptions> tensors) { return total_bytes(tensors, smallest(tensors)); }

std::optional<Choice> choose_widths(std::span<const WidthOptions> tensors, std::size_t budget) {
  Choice best = smallest(tensors);
  if (total_bytes(tensors, best) > budget) return std::nullopt;
  improve(tensors, budget, best);
  for (int bits = kFewestBits; bits <= kMostBits; ++bits) {
    Choice other = uniform(tensors, bits);
    if (total_bytes(tensors, other) > budget) continue;
    improve(tensors, budget, other);
    if (total_error(tensors, other) < total_error(tensors, best)) best = std::move(other);
  }
  return best;
}

}  // namespace sentibyte::quantizer
