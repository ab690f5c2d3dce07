/// Unpacking of stored rows over the vector wrapper.
#pragma once

#include <algorithm>
#include <cstring>

#include "kernels/embedding/embedding.h"

namespace sentibyte::kernels::generic {

/// Signed value of `bits` bits that starts at bit `index * bits` of a row.
inline std::int32_t unpack(const std::byte* row, std::size_t index, std::uint32_t bits) {
  const std::size_t bit = index * bits;
  const std::uint32_t shift = bit % 8;
  std::uint32_t window = static_cast<std::uint32_t>(row[bit / 8]);
  if (shift + bits > 8) window |= static_cast<std::uint32_t>(row[bit / 8 + 1]) << 8;
  return static_cast<std::int32_t>(window << (32 - bits - shift)) >> (32 - bits);
}

template <class V>
void emit(float* to, typename V::Floats value, bool add) {
  V::store(to, add ? V::add(V::load(to), value) : value);
}

inline void emit(float* to, float value, bool add) { *to = add ? *to + value : value; }

/// One row to `to`: `scale` times the stored integer less the zero point.
template <class V>
void add_row(const Rows& table, std::size_t index, float* to, bool add) {
  const std::byte* row = table.data.data() + index * table.row_bytes();
  const std::size_t width = table.width;
  const std::size_t fours = width / 4 * 4;
  if (table.bits == 32) {
    for (std::size_t i = 0; i < fours; i += 4) {
      float four[4];
      std::memcpy(four, row + i * sizeof(float), sizeof four);
      emit<V>(to + i, V::load(four), add);
    }
    for (std::size_t i = fours; i < width; ++i) {
      float one;
      std::memcpy(&one, row + i * sizeof(float), sizeof one);
      emit(to + i, one, add);
    }
    return;
  }
  const std::size_t group = table.scales.size() == 1 ? 0 : index;
  const float scale = table.scales[group];
  const std::int32_t zero_point = table.zero_points.empty() ? 0 : table.zero_points[group];
  std::size_t done = 0;
  const auto scaled = [&](typename V::Integers q) {
    return V::mul(V::convert(V::sub(q, V::splat(zero_point))), V::splat(scale));
  };
  if (table.bits == 8) {
    for (; done < fours; done += 4) {
      emit<V>(to + done, scaled(V::load_i8(reinterpret_cast<const std::int8_t*>(row) + done)), add);
    }
  } else if (table.bits == 4) {
    for (; done + 8 <= width; done += 8) {
      const auto [low, high] = V::load_i4(row + done / 2);
      emit<V>(to + done, scaled(low), add);
      emit<V>(to + done + 4, scaled(high), add);
    }
  }
  for (; done < width; ++done) {
    emit(to + done, static_cast<float>(unpack(row, done, table.bits) - zero_point) * scale, add);
  }
}

template <class V>
void embedding_gather(const Rows& table, std::span<const std::uint16_t> ids, std::span<float> out) {
  for (std::size_t t = 0; t < ids.size(); ++t) add_row<V>(table, ids[t], out.data() + t * table.width, false);
}

template <class V>
void embedding_add(const Rows& table, std::size_t first, std::size_t tokens, std::span<float> out) {
  for (std::size_t t = 0; t < tokens; ++t) add_row<V>(table, first + t, out.data() + t * table.width, true);
}

template <class V>
void hashed_ngrams(const HashedNgrams& table, std::span<const std::uint16_t> ids, std::size_t first,
                   std::span<float> out) {
  std::fill(out.begin(), out.end(), 0.0F);
  for (std::size_t end = first + 1; !out.empty(); ++end, out = out.subspan(table.rows.width)) {
    for (const std::uint32_t order : table.orders) {
      if (end < order) continue;
      for (std::uint32_t function = 0; function < table.hashes; ++function) {
        const std::uint32_t bucket = hash_ngram(ids.data() + end - order, order, function, table.rows.count);
        add_row<V>(table.rows, bucket, out.data(), true);
      }
    }
  }
}

}  // namespace sentibyte::kernels::generic
