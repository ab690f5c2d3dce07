#include "quantizer/text/decimal.h"

#include <cmath>
#include <cstdlib>

#include <gtest/gtest.h>

#include "quantizer/ranges/random_search.h"

namespace sentibyte::quantizer {
namespace {

TEST(Decimal, Writes) {
  EXPECT_EQ(to_decimal(0.0), "0");
  EXPECT_EQ(to_decimal(0.5), "0.5");
  EXPECT_EQ(to_decimal(-12.0), "-12");
  EXPECT_EQ(to_decimal(99.9), "99.9");
  EXPECT_EQ(to_decimal(1200.0), "1200");
  EXPECT_EQ(to_decimal(0.000123456), "0.000123456");
  EXPECT_EQ(to_decimal(0.0000123), "1.23e-5");
  EXPECT_EQ(to_decimal(999999.6), "1e6");
  EXPECT_EQ(to_decimal(1234567.0), "1.23457e6");
  EXPECT_EQ(to_decimal(1.0 / 3.0), "0.333333");
  EXPECT_EQ(to_decimal(9.9999999), "10");
}

TEST(Decimal, SixDigitsAreRightOverAllMagnitudes) {
  RandomNumbers random(1);
  for (int i = 0; i < 20000; ++i) {
    const double number = std::ldexp(random.fraction() - 0.5, static_cast<int>(random.next() % 400) - 200);
    const double back = std::strtod(to_decimal(number).c_str(), nullptr);
    ASSERT_NEAR(back, number, 5.1e-6 * std::fabs(number)) << number;
  }
}

TEST(Decimal, Reads) {
  EXPECT_EQ(parse_decimal("0.5"), 0.5);
  EXPECT_EQ(parse_decimal("99.9"), 99.9);
  EXPECT_EQ(parse_decimal("7"), 7.0);
  EXPECT_EQ(parse_decimal(".25"), 0.25);
  EXPECT_EQ(parse_decimal("1."), 1.0);
  for (const char* text : {"", ".", "-1", "1e3", "nan", "0x1", "1.2.3", " 1", "1234567890123456"}) {
    EXPECT_FALSE(parse_decimal(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace sentibyte::quantizer
