#include "quantizer/options/command_line.h"

#include <vector>

#include <gtest/gtest.h>

namespace sentibyte::quantizer {
namespace {

using Words = std::vector<std::string_view>;

std::string complaint(const Words& words) {
  const auto parsed = parse_command_line(words);
  EXPECT_FALSE(parsed.ok());
  return parsed.ok() ? "" : parsed.error().message;
}

TEST(CommandLine, ReadsEveryOption) {
  const auto parsed = parse_command_line(Words{"in.sbm",
                                               "-o",
                                               "out.sbm",
                                               "--scheme",
                                               "asymmetric",
                                               "--granularity",
                                               "tensor",
                                               "--range",
                                               "percentile",
                                               "--percentile",
                                               "99.5",
                                               "--rounding",
                                               "floor",
                                               "--bits",
                                               "5",
                                               "--bits-for",
                                               "*.weight=4",
                                               "--bits-for",
                                               "head=7",
                                               "--budget",
                                               "12345",
                                               "--prune",
                                               "0.5",
                                               "--prune-scope",
                                               "tensor",
                                               "--prune-neurons",
                                               "0.25",
                                               "--search",
                                               "random",
                                               "--trials",
                                               "9",
                                               "--seed",
                                               "0",
                                               "--calibrate",
                                               "c.txt",
                                               "--evaluate",
                                               "e.txt",
                                               "--report",
                                               "-",
                                               "--quiet",
                                               "--activation-percentile",
                                               "99.9"});
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  const CommandLine& line = parsed.value();
  EXPECT_EQ(line.input, "in.sbm");
  EXPECT_EQ(line.output, "out.sbm");
  EXPECT_EQ(line.calibration, "c.txt");
  EXPECT_EQ(line.evaluation, "e.txt");
  EXPECT_EQ(line.report, "-");
  EXPECT_TRUE(line.quiet);
  EXPECT_EQ(describe(line.options),
            "--scheme asymmetric --granularity tensor --range percentile --percentile 99.5 --rounding floor --bits 5 "
            "--bits-for *.weight=4 --bits-for head=7 --budget 12345 --prune 0.5 --prune-scope tensor "
            "--prune-neurons 0.25 --activation-percentile 99.9 --search random --trials 9 --seed 0");
}

TEST(CommandLine, TheDescriptionReadsBackAsTheSameOptions) {
  Options options;
  options.scheme = Scheme::PowerOfTwo;
  options.rounding = Rounding::SignedMagnitude;
  options.search = SearchSettings{7, 11};
  const std::string text = describe(options);
  Words words;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t space = rest.find(' ');
    words.push_back(rest.substr(0, space));
    rest = space == std::string_view::npos ? std::string_view{} : rest.substr(space + 1);
  }
  const auto parsed = parse_command_line(words);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(describe(parsed.value().options), text);
}

TEST(CommandLine, NamesWhatIsWrong) {
  EXPECT_EQ(complaint({"--scheme", "ternary"}), "--scheme: \"ternary\" is none of symmetric, asymmetric, power-of-two");
  EXPECT_EQ(complaint({"--bits", "9"}), "--bits: \"9\" is not a whole number from 2 to 8");
  EXPECT_EQ(complaint({"--bits", "4x"}), "--bits: \"4x\" is not a whole number from 2 to 8");
  EXPECT_EQ(complaint({"--bits"}), "--bits: its value is missing");
  EXPECT_EQ(complaint({"--bits-for", "head"}), "--bits-for: \"head\" is not NAME=BITS with 2 to 8 bits");
  EXPECT_EQ(complaint({"--bits-for", "=4"}), "--bits-for: \"=4\" is not NAME=BITS with 2 to 8 bits");
  EXPECT_EQ(complaint({"--prune", "1.5"}), "--prune: \"1.5\" is not a number from 0 to 1");
  EXPECT_EQ(complaint({"--prune", "nan"}), "--prune: \"nan\" is not a number from 0 to 1");
  EXPECT_EQ(complaint({"--budget", "0"}), "--budget: \"0\" is not a whole number from 1 to 2000000000");
  EXPECT_EQ(complaint({"--search", "grid"}), "--search: \"grid\" is none of random");
  EXPECT_EQ(complaint({"--trials", "5"}), "--trials: only with --search");
  EXPECT_EQ(complaint({"--wat"}), "--wat: no such option (--help lists them)");
  EXPECT_EQ(complaint({"a.sbm", "b.sbm"}), "b.sbm: there is an input file already, a.sbm");
  EXPECT_EQ(complaint({"-o", ""}), "-o: a file name is missing");
}

}  // namespace
}  // namespace sentibyte::quantizer
