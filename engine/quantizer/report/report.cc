#include "quantizer/report/report.h"

#include <algorithm>

#include "quantizer/text/json_writer.h"

namespace sentibyte::quantizer {
namespace {

double per(double sum, std::size_t count) { return count == 0 ? 0.0 : sum / static_cast<double>(count); }

/// One number where all grids share it, the least and the most where not.
void write_span(JsonWriter& json, std::string_view key, double least, double most) {
  if (least == most) return json.number(key, least);
  json.begin_array(key);
  json.number({}, least);
  json.number({}, most);
  json.end_array();
}

void write_tensor(JsonWriter& json, const TensorReport& tensor) {
  json.begin_object();
  json.text("name", tensor.name);
  json.text("role", name_of(tensor.role));
  json.begin_array("shape");
  for (const std::uint32_t extent : tensor.shape) json.integer({}, extent);
  json.end_array();
  json.integer("bits", tensor.bits);
  json.boolean("sparse", tensor.sparse);
  json.integer("bytes", static_cast<std::int64_t>(tensor.bytes));
  json.number("zeros", per(static_cast<double>(tensor.zeros), tensor.elements));
  json.begin_array("range");
  json.number({}, static_cast<double>(tensor.range.min));
  json.number({}, static_cast<double>(tensor.range.max));
  json.end_array();
  json.integer("grids", static_cast<std::int64_t>(tensor.grids));
  write_span(json, "scale", static_cast<double>(tensor.least_scale), static_cast<double>(tensor.most_scale));
  write_span(json, "zero_point", tensor.least_zero_point, tensor.most_zero_point);
  json.number("mean_error", per(tensor.errors.absolute, tensor.elements));
  json.number("max_error", static_cast<double>(tensor.errors.largest));
  json.number("sqnr_db", sqnr_db(tensor.errors));
  if (tensor.least_fraction_bits && tensor.most_fraction_bits) {
    json.begin_object("fixed_point");
    write_span(json, "n", *tensor.least_fraction_bits, *tensor.most_fraction_bits);
    json.number("mean_E", per(tensor.errors.absolute, tensor.elements));
    json.number("max_E", static_cast<double>(tensor.errors.largest));
    json.end_object();
  }
  json.end_object();
}

void write_activation(JsonWriter& json, const ActivationRange& activation) {
  const ActivationGrid grid = make_activation_grid(activation.range);
  json.begin_object();
  json.text("value", activation.name);
  json.begin_array("range");
  json.number({}, static_cast<double>(activation.range.min));
  json.number({}, static_cast<double>(activation.range.max));
  json.end_array();
  json.number("scale", static_cast<double>(grid.scale));
  json.integer("zero_point", grid.zero_point);
  json.text("from", activation.origin);
  json.end_object();
}

void write_comparison(JsonWriter& json, const Comparison& comparison) {
  json.begin_object("against_float");
  json.integer("texts", static_cast<std::int64_t>(comparison.texts));
  json.number("agreement", comparison.agreement);
  json.number("mean_logit_error", comparison.mean_logit_error);
  json.number("max_logit_error", comparison.max_logit_error);
  json.number("mean_score_error", comparison.mean_score_error);
  json.end_object();
}

void write_search(JsonWriter& json, const SearchReport& search) {
  json.begin_object("search");
  json.integer("trials", search.trials);
  json.integer("improvements", search.improvements);
  json.number("loss_before", search.loss_before);
  json.number("loss", search.loss);
  json.end_object();
}

}  // namespace

TensorReport report_tensor(const Weight& weight, const WeightCodes& codes, Scheme scheme,
                           const format::TensorT& stored) {
  const StoredSize size = stored_size(weight, codes, scheme);
  TensorReport report;
  report.name = weight.name;
  report.role = weight.role;
  report.shape = stored.shape;
  report.bits = codes.bits;
  report.sparse = size.sparse;
  report.bytes = size.bytes;
  report.range = min_max(weight.numbers);
  report.grids = codes.grids.size();
  report.errors = codes.errors;
  report.elements = weight.numbers.size();
  const std::size_t group = codes.grids.size() == 1 ? weight.numbers.size() : weight.row_size;
  for (std::size_t i = 0; i < codes.codes.size(); ++i) {
    report.zeros += codes.codes[i] == codes.grids[i / group].zero_point ? 1 : 0;
  }
  const auto [least, most] = std::minmax_element(codes.grids.begin(), codes.grids.end(),
                                                 [](const Grid& a, const Grid& b) { return a.scale < b.scale; });
  report.least_scale = least->scale;
  report.most_scale = most->scale;
  const auto [lowest, highest] = std::minmax_element(
      codes.grids.begin(), codes.grids.end(), [](const Grid& a, const Grid& b) { return a.zero_point < b.zero_point; });
  report.least_zero_point = lowest->zero_point;
  report.most_zero_point = highest->zero_point;
  if (scheme == Scheme::PowerOfTwo) {
    report.least_fraction_bits = fraction_bits(*most);
    report.most_fraction_bits = fraction_bits(*least);
  }
  return report;
}

std::string to_json(const Report& report) {
  JsonWriter json;
  json.begin_object();
  json.text("model", report.model);
  json.text("options", report.options);
  json.text("path", report.path);
  json.integer("float_bytes", static_cast<std::int64_t>(report.float_bytes));
  json.integer("bytes", static_cast<std::int64_t>(report.bytes));
  if (report.comparison) write_comparison(json, *report.comparison);
  if (report.search) write_search(json, *report.search);
  json.begin_array("tensors");
  for (const TensorReport& tensor : report.tensors) write_tensor(json, tensor);
  json.end_array();
  json.begin_array("activations");
  for (const ActivationRange& activation : report.activations) write_activation(json, activation);
  json.end_array();
  json.begin_array("pruned_neurons");
  for (const PrunedLayer& layer : report.pruned_layers) {
    json.begin_object();
    json.text("value", layer.value);
    json.integer("before", static_cast<std::int64_t>(layer.width_before));
    json.integer("after", static_cast<std::int64_t>(layer.width_after));
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

}  // namespace sentibyte::quantizer
