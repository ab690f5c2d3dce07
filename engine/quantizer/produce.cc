#include "quantizer/produce.h"

#include <string>

#include "quantizer/ranges/calibration.h"
#include "quantizer/report/comparison.h"

namespace sentibyte::quantizer {
namespace {

Error about(const char* what, const Error& error) { return {error.code, std::string(what) + ": " + error.message}; }

std::span<const std::uint8_t> as_octets(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

/// Lowers the loss against `original` on `texts`; leaves the best blob as the one last written.
Result<SearchReport> search(Quantizer& quantizer, const SearchSettings& settings, const Answers& original,
                            const TokenTexts& texts, std::vector<std::uint8_t>& blob, const Progress& progress) {
  std::optional<Error> failure;
  int tried = 0;
  const SearchOutcome outcome = search_randomly(quantizer.range_count(), settings, [&](std::span<const float> factors) {
    const auto answers = answer(quantizer.write(factors), texts);
    if (!answers) {
      failure = answers.error();
      return 1e30;  // never the best; the error is reported after the search
    }
    const double loss = logit_loss(original, answers.value());
    if (progress) progress("search " + std::to_string(tried) + ": loss " + std::to_string(loss));
    ++tried;
    return loss;
  });
  if (failure) return *failure;
  blob = quantizer.write(outcome.factors);
  return SearchReport{settings.trials, outcome.improvements, outcome.loss_before, outcome.loss};
}

}  // namespace

Result<Product> produce(std::span<const std::byte> float_blob, const Options& options, const Texts& texts,
                        const Progress& progress) {
  if (options.search && !texts.calibration) {
    return Error{ErrorCode::Input, "--search: needs calibration ids to compare on (--calibrate)"};
  }
  auto opened = Quantizer::open(float_blob, options);
  if (!opened) return opened.error();
  Quantizer& quantizer = opened.value();

  std::vector<std::optional<Range>> calibrated;
  if (texts.calibration) {
    if (progress) progress("calibration");
    auto ranges = calibrate(quantizer.pruned_blob(), *texts.calibration, options.activation_percent);
    if (!ranges) return about("calibration ids", ranges.error());
    calibrated = std::move(ranges).value();
  }
  if (auto problem = quantizer.prepare(calibrated, progress)) return std::move(*problem);

  Product product;
  std::optional<SearchReport> searched;
  if (options.search) {
    const auto original = answer(as_octets(float_blob), *texts.calibration);
    if (!original) return about("calibration ids", original.error());
    auto found = search(quantizer, *options.search, original.value(), *texts.calibration, product.blob, progress);
    if (!found) return found.error();
    searched = found.value();
  } else {
    product.blob = quantizer.write();
  }
  product.report = quantizer.report();
  product.report.search = searched;

  if (texts.evaluation) {
    if (progress) progress("comparison with the float model");
    const auto original = answer(as_octets(float_blob), *texts.evaluation);
    if (!original) return about("evaluation ids", original.error());
    const auto quantized = answer(product.blob, *texts.evaluation);
    if (!quantized) return about("evaluation ids", quantized.error());
    product.report.comparison = compare(original.value(), quantized.value());
  }
  return product;
}

}  // namespace sentibyte::quantizer
