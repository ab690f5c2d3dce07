export const FORMAT = [
  {
    name: 'any number of tables',
    file: 'engine/format/reader.cc',
    before: "kMostTables = 200'000",
    after: "kMostTables = 2'000'000'000",
  },
  {
    name: 'zero points are not counted, so that they may share their bytes',
    file: 'engine/format/check_bytes.cc',
    before: '    walk.vector(tensor.zero_points());\n',
    after: '',
  },
  {
    name: 'an order of n-grams may be listed twice',
    file: 'engine/format/check_operations.cc',
    before: 'order <= before || order > 4',
    after: 'order < before || order > 4',
  },
  {
    name: 'each tensor alone may have all memory',
    file: 'engine/format/check_tensor.cc',
    before: '  left -= count * element_bytes;\n',
    after: '',
  },
  {
    name: 'the first weight may be -128',
    file: 'engine/format/check_tensor.cc',
    before: 'for (std::size_t i = 0; i < numbers.size(); ++i) {\n    if (numbers[i] == 0x80) {',
    after: 'for (std::size_t i = 1; i < numbers.size(); ++i) {\n    if (numbers[i] == 0x80) {',
  },
  {
    name: "a zero point may be one above its tensor's codes",
    file: 'engine/format/check_tensor.cc',
    before: 'points.Get(i) > highest ||',
    after: 'points.Get(i) > highest + 1 ||',
  },
  {
    name: 'the last surrogate is UTF-8',
    file: 'engine/format/utf8.cc',
    before: 'point < 0xE000',
    after: 'point < 0xDFFF',
  },
  {
    name: 'what is left out of a sparse tensor has the zero point of its first row',
    file: 'engine/format/unpack.cc',
    before: 'static_cast<std::int8_t>(zero_point_of(tensor, i / width))',
    after: 'static_cast<std::int8_t>(zero_point_of(tensor, i / width / out.size()))',
  },
  {
    name: "the next row begins with the last one's bits",
    file: 'engine/format/pack.cc',
    before: 'buffer_ = filled_ = 0;',
    after: 'filled_ = 0;',
  },
  {
    name: 'work is counted for the longest text of the model, not of the limits',
    file: 'engine/format/check_work.cc',
    before: 'std::min(model.longest(), limits.longest)',
    after: 'std::max(model.longest(), std::min(1U, limits.longest))',
  },
];
