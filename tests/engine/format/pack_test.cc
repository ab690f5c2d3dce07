// Packing and unpacking are inverse, for every bit width, shape and way of storing.
#include "format/pack.h"

#include <random>

#include <gtest/gtest.h>

#include "format/check.h"
#include "format/unpack.h"

namespace sentibyte::format {
namespace {

std::vector<std::int8_t> random_integers(std::mt19937& random, std::size_t count, unsigned bits) {
  const int top = (1 << (bits - 1)) - 1;
  std::uniform_int_distribution<int> numbers(-top - 1, top);
  std::vector<std::int8_t> out(count);
  for (std::int8_t& number : out) number = static_cast<std::int8_t>(numbers(random));
  return out;
}

/// A tensor table around `stored`, and what `unpack` makes of it.
template <class T, class Unpack>
std::vector<T> unpacked(TensorT stored, std::size_t count, Unpack unpack) {
  flatbuffers::FlatBufferBuilder builder;
  stored.name.push_back('t');
  builder.Finish(CreateTensor(builder, &stored));
  std::vector<T> out(count);
  unpack(*flatbuffers::GetRoot<Tensor>(builder.GetBufferPointer()), std::span<T>(out));
  return out;
}

class PackTest : public testing::TestWithParam<unsigned> {};

TEST_P(PackTest, DenseIntegersComeBack) {
  const unsigned bits = GetParam();
  std::mt19937 random(bits);
  for (const std::uint32_t rows : {1U, 2U, 7U}) {
    for (const std::uint32_t width : {1U, 2U, 3U, 5U, 8U, 13U, 64U}) {
      const auto numbers = random_integers(random, rows * width, bits);
      TensorT tensor;
      tensor.shape = {rows, width};
      tensor.element = Element_Coded;
      tensor.bits = static_cast<std::uint8_t>(bits);
      tensor.data = pack_codes(numbers, width, bits);
      EXPECT_EQ(tensor.data.size(), rows * ((width * bits + 7) / 8));
      EXPECT_EQ(unpacked<std::int8_t>(std::move(tensor), numbers.size(), unpack_codes), numbers);
    }
  }
}

TEST_P(PackTest, SparseIntegersComeBack) {
  const unsigned bits = GetParam();
  std::mt19937 random(bits);
  const std::uint32_t rows = 5;
  const std::uint32_t width = 11;
  const std::vector<std::vector<std::int8_t>> zero_points = {{}, {1}, {0, 1, -2, 0, 1}};
  for (const auto& points : zero_points) {
    auto numbers = random_integers(random, rows * width, bits);
    for (std::size_t i = 0; i < numbers.size(); i += 2) {
      numbers[i] = points.empty() ? std::int8_t{0} : points[points.size() == 1 ? 0 : i / width];
    }
    TensorT tensor;
    tensor.shape = {rows, width};
    tensor.element = Element_Coded;
    tensor.bits = static_cast<std::uint8_t>(bits);
    tensor.sparse = true;
    tensor.zero_points = points;
    tensor.data = pack_sparse_codes(numbers, width, bits, points);
    EXPECT_LT(tensor.data.size(), (numbers.size() + 7) / 8 + (numbers.size() * bits / 2 + 7) / 8 + 2);
    EXPECT_EQ(unpacked<std::int8_t>(std::move(tensor), numbers.size(), unpack_codes), numbers);
  }
}

INSTANTIATE_TEST_SUITE_P(Bits, PackTest, testing::Range(2U, 9U));

TEST(PackTest, TheBitStreamIsAsTheSchemaSays) {
  // 4 bits: the first number in the low half of the first byte. 3 bits: 1, -1, 2 = 001 111 010 from the low end.
  EXPECT_EQ(pack_codes(std::vector<std::int8_t>{1, -8, 7}, 3, 4), (std::vector<std::uint8_t>{0x81, 0x07}));
  EXPECT_EQ(pack_codes(std::vector<std::int8_t>{1, -1, 2}, 3, 3), (std::vector<std::uint8_t>{0xB9, 0x00}));
  EXPECT_EQ(pack_sparse_codes(std::vector<std::int8_t>{0, 5, 0, -1}, 4, 4), (std::vector<std::uint8_t>{0x0A, 0xF5}));
}

TEST(PackTest, FloatsComeBack) {
  const std::vector<float> numbers = {0, -1.5F, 0, 3e-20F, 0, 0, 7, 0, 1e30F};
  for (const bool sparse : {false, true}) {
    TensorT tensor;
    tensor.shape = {9};
    tensor.sparse = sparse;
    tensor.data = sparse ? pack_sparse_floats(numbers) : pack_floats(numbers);
    EXPECT_EQ(tensor.data.size(), sparse ? 2 + 4 * sizeof(float) : 9 * sizeof(float));
    EXPECT_EQ(unpacked<float>(std::move(tensor), numbers.size(), unpack_floats), numbers);
  }
}

TEST(PackTest, IntegersBecomeRealNumbers) {
  TensorT tensor;
  tensor.shape = {2, 2};
  tensor.element = Element_Coded;
  tensor.data = {1, 0xFF, 3, 4};
  tensor.scales = {0.5F, 2};
  tensor.zero_points = {0, 1};
  EXPECT_EQ(unpacked<float>(std::move(tensor), 4, unpack_floats), (std::vector<float>{0.5F, -0.5F, 4, 6}));
}

TEST(Utf8Test, AcceptsWellFormedAndRefusesTheRest) {
  const auto ok = [](std::string_view text) { return is_utf8(text); };
  EXPECT_TRUE(ok(""));
  EXPECT_TRUE(ok("plain"));
  EXPECT_TRUE(ok("\xC3\xA9 \xE5\xA5\xBD \xF0\x9F\x98\x80 \xF4\x8F\xBF\xBF"));
  for (const char* bad : {"\x80", "\xC3", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE5\xA5", "\xED\xA0\x80",
                          "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "a\xC3(b"}) {
    EXPECT_FALSE(ok(bad)) << bad;
  }
}

}  // namespace
}  // namespace sentibyte::format
