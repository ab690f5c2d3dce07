// What holds for every row of the table of options, those that are still to come included.
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "quantizer/options/table.h"
#include "quantizer/options/usage.h"

namespace sentibyte::quantizer {
namespace {

using Words = std::vector<std::string_view>;

bool is_number(const Option& option) { return option.kind == OptionKind::Real || option.kind == OptionKind::Whole; }

/// The option with that value, beside what it needs.
Words with_value(const Option& option, std::string_view value) {
  Words words{option.name, value};
  if (option.needs == "--search") words.insert(words.end(), {"--search", "random"});
  return words;
}

TEST(OptionTable, NamesAreDistinctAndInTheUsage) {
  std::set<std::string_view> names;
  for (const Option& option : all_options()) {
    EXPECT_TRUE(names.insert(option.name).second) << option.name;
    EXPECT_NE(usage().find("\n  " + std::string(option.name) + " "), std::string::npos) << option.name;
    EXPECT_TRUE(option.needs.empty() || option.needs == "--search") << option.name;
  }
}

TEST(OptionTable, EveryRowSaysHowItsKindIsRead) {
  for (const Option& option : all_options()) {
    const bool reads_number = is_number(option) || option.kind == OptionKind::Choice;
    EXPECT_EQ(option.set != nullptr, reads_number) << option.name;
    EXPECT_EQ(option.get != nullptr, reads_number) << option.name;
    EXPECT_EQ(option.file != nullptr, option.kind == OptionKind::File) << option.name;
    EXPECT_EQ(option.flag != nullptr, option.kind == OptionKind::Flag) << option.name;
  }
}

TEST(OptionTable, EveryWordOfAChoiceReadsBack) {
  for (const Option& option : all_options()) {
    if (option.kind != OptionKind::Choice) continue;
    for (std::size_t i = 0; !word_at(option.value, i).empty(); ++i) {
      Words words = with_value(option, word_at(option.value, i));
      if (option.name == "--prune-scope") words.insert(words.end(), {"--prune", "0.5"});
      const auto parsed = parse_command_line(words);
      ASSERT_TRUE(parsed.ok()) << parsed.error().message;
      EXPECT_EQ(option.get(parsed.value().options), static_cast<double>(i)) << option.name;
    }
  }
}

TEST(OptionTable, BoundsAreInsideAndWhatIsBeyondThemIsNot) {
  for (const Option& option : all_options()) {
    if (!is_number(option)) continue;
    const auto least = std::to_string(static_cast<long long>(option.least));
    const auto most = std::to_string(static_cast<long long>(option.most));
    const auto beyond = std::to_string(static_cast<long long>(option.most) + 1);
    EXPECT_TRUE(parse_command_line(with_value(option, least)).ok()) << option.name;
    EXPECT_TRUE(parse_command_line(with_value(option, most)).ok()) << option.name;
    EXPECT_FALSE(parse_command_line(with_value(option, beyond)).ok()) << option.name;
  }
}

TEST(OptionTable, TheModuleTakesNoFilesAndNoInput) {
  for (const Option& option : all_options()) {
    if (!option.command_only) continue;
    const auto parsed = parse_options(Words{option.name, "x"});
    ASSERT_FALSE(parsed.ok()) << option.name;
    EXPECT_EQ(parsed.error().message, std::string(option.name) + ": only in the command sentibyte-quantize");
  }
  EXPECT_EQ(parse_options(Words{"in.sbm"}).error().message, "in.sbm: no such option");
  EXPECT_EQ(parse_options(Words{"--bits", "4"}).value().bits, 4);
}

}  // namespace
}  // namespace sentibyte::quantizer
