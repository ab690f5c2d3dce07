// A float blob becomes a quantized one: the order of the steps, free of the engine and of files, so that it is
// the same in the command and in the browser.
//
//   open -> remove neurons -> prune weights -> find ranges -> choose widths -> encode -> write
//
// `Quantizer` keeps what the later steps share, because the random search repeats the last two many times.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "format/problem.h"
#include "quantizer/codes/weight_codes.h"
#include "quantizer/network.h"
#include "quantizer/options/options.h"
#include "quantizer/ranges/activations.h"
#include "quantizer/report/report.h"

namespace sentibyte::quantizer {

using Progress = std::function<void(std::string_view)>;

class Quantizer {
 public:
  /// Opens and prunes. What is left is to give it ranges for the activations.
  static Result<Quantizer> open(std::span<const std::byte> float_blob, const Options& options);

  /// The pruned model, still in float: what calibration must run when neurons or weights are gone. Before `prepare`.
  std::vector<std::uint8_t> pruned_blob() const;

  /// Finds all ranges and widths. `calibrated` has an entry for each value of the model, or none at all.
  format::Problem prepare(std::span<const std::optional<Range>> calibrated, const Progress& progress = {});

  /// One factor for each weight, then one for each activation range.
  std::size_t range_count() const { return network_.weights.size() + activations_.size(); }

  /// The quantized blob with every range multiplied by its factor (no factors: as found). After `prepare`.
  std::vector<std::uint8_t> write(std::span<const float> factors = {});

  /// About the blob last written.
  Report report() const;

 private:
  Quantizer(Network network, const Options& options);

  WeightCodes encode_weight(std::size_t weight, int bits, float factor) const;
  std::vector<Range> ranges_of(std::size_t weight, int bits);
  struct Candidates;
  Candidates candidates(std::span<const std::optional<int>> fixed, const Progress& progress);
  std::size_t size_with(const Candidates& candidates, const std::vector<std::size_t>& choice);
  /// Takes widths and ranges from the candidates; the blob then has at most `budget` bytes.
  format::Problem choose_within(std::size_t budget, std::span<const std::optional<int>> fixed,
                                const Progress& progress);
  std::vector<std::uint8_t> write_codes(std::span<const WeightCodes> codes);

  Network network_;
  Options options_;
  WeightSettings settings_;
  std::size_t float_bytes_ = 0;
  std::vector<PrunedLayer> pruned_layers_;
  std::vector<int> bits_;
  std::vector<std::vector<Range>> ranges_;  // of each weight, at its width
  std::map<int, Range> global_ranges_;      // by width, where all weights share one
  std::vector<ActivationRange> activations_;
  std::vector<ActivationRange> written_activations_;
  std::vector<WeightCodes> codes_;  // last written
  std::size_t bytes_ = 0;
};

}  // namespace sentibyte::quantizer
