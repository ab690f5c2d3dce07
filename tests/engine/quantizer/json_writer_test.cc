// The report's JSON, character by character.
#include "quantizer/text/json_writer.h"

#include <limits>

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

TEST(JsonWriterTest, NestsSeparatesAndIndents) {
  JsonWriter json;
  json.begin_object();
  json.integer("a", -7);
  json.begin_array("list");
  json.begin_object();
  json.boolean("yes", true);
  json.boolean("no", false);
  json.end_object();
  json.begin_object();
  json.end_object();
  json.integer({}, 1);
  json.end_array();
  json.begin_array("none");
  json.end_array();
  json.text("last", "x");
  json.end_object();
  EXPECT_EQ(json.take(), R"({
  "a": -7,
  "list": [
    {
      "yes": true,
      "no": false
    },
    {},
    1
  ],
  "none": [],
  "last": "x"
}
)");
}

TEST(JsonWriterTest, EscapesWhatJsonForbids) {
  JsonWriter json;
  json.begin_object();
  json.text("quote \" and \\", "\x01\x1f\x20\x7f\xc3\xa9\n");
  json.end_object();
  EXPECT_EQ(json.take(), "{\n  \"quote \\\" and \\\\\": \"\\u0001\\u001f \x7f\xc3\xa9\\u000a\"\n}\n");
}

TEST(JsonWriterTest, WritesSixDigitsAndNoNumberThatJsonLacks) {
  JsonWriter json;
  json.begin_array();
  json.number({}, 0.1);
  json.number({}, -123456.7);
  json.number({}, std::numeric_limits<double>::quiet_NaN());
  json.number({}, std::numeric_limits<double>::infinity());
  json.end_array();
  EXPECT_EQ(json.take(), "[\n  0.1,\n  -123457,\n  null,\n  null\n]\n");
}

}  // namespace
}  // namespace sentibyte::quantizer
