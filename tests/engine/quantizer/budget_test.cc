#include "quantizer/budget/budget.h"

#include <gtest/gtest.h>

#include "quantizer/ranges/random_search.h"

namespace sentibyte::quantizer {
namespace {

TEST(ChooseWidths, SpendsWhereAByteRemovesMostError) {
  const std::vector<WidthOptions> tensors{
      {{2, 100, 10.0}, {4, 200, 1.0}},  // 0.09 a byte
      {{2, 10, 5.0}, {4, 20, 3.0}},     // 0.2 a byte
  };
  EXPECT_EQ(choose_widths(tensors, 120), (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(choose_widths(tensors, 210), (std::vector<std::size_t>{1, 0}));  // the first upgrade is taken back
  EXPECT_EQ(choose_widths(tensors, 220), (std::vector<std::size_t>{1, 1}));
}

/// One large upgrade, or three small ones that together remove more: no exchange of two leads from one to the others.
TEST(ChooseWidths, TheFirstUpgradesAreThoseThatRemoveMostForTheirBytes) {
  const WidthOptions small{{2, 10, 10.0}, {4, 50, 4.0}};
  const std::vector<WidthOptions> tensors{{{2, 10, 20.0}, {4, 130, 7.0}}, small, small, small};
  EXPECT_EQ(choose_widths(tensors, 160), (std::vector<std::size_t>{0, 1, 1, 1}));
}

TEST(ChooseWidths, AnImpossibleBudget) {
  const std::vector<WidthOptions> tensors{{{2, 100, 10.0}, {4, 200, 1.0}}, {{8, 50, 0.0}}};
  EXPECT_EQ(fewest_bytes(tensors), 150U);
  EXPECT_FALSE(choose_widths(tensors, 149).has_value());
  EXPECT_TRUE(choose_widths(tensors, 150).has_value());
}

TEST(ChooseWidths, WithinTheBudgetAndNeverWorseThanUniform) {
  RandomNumbers random(7);
  for (int round = 0; round < 300; ++round) {
    std::vector<WidthOptions> tensors(1 + random.next() % 9);
    for (WidthOptions& options : tensors) {
      const double elements = 1.0 + 5000.0 * random.fraction();
      const double weight = random.fraction();
      for (int bits = 2; bits <= 8; ++bits) {
        const double error = weight * (0.5 + random.fraction()) / static_cast<double>(1 << (2 * bits));
        options.push_back({bits, static_cast<std::size_t>(elements * bits / 8.0) + 1, error});
      }
    }
    for (std::size_t uniform = 0; uniform < 7; ++uniform) {
      std::size_t budget = 0;
      double uniform_error = 0.0;
      for (const WidthOptions& options : tensors) {
        budget += options[uniform].bytes;
        uniform_error += options[uniform].error;
      }
      const auto choice = choose_widths(tensors, budget);
      ASSERT_TRUE(choice.has_value());
      std::size_t bytes = 0;
      double error = 0.0;
      for (std::size_t t = 0; t < tensors.size(); ++t) {
        bytes += tensors[t][(*choice)[t]].bytes;
        error += tensors[t][(*choice)[t]].error;
      }
      ASSERT_LE(bytes, budget);
      ASSERT_LE(error, uniform_error);
    }
  }
}

}  // namespace
}  // namespace sentibyte::quantizer
