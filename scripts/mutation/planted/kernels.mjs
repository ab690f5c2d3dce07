export const KERNELS = [
  {
    name: 'keys behind the last are not cleared',
    file: 'engine/kernels/attention/int8.h',
    before: 'std::fill_n(keys_ + (filled - kPanel) * row_, kPanel * row_, Element{0});',
    after: '',
  },
  {
    name: 'what is no number has the code of the largest in attention',
    file: 'engine/kernels/attention/int8.h',
    before: 'U::max(U::splat(-limit), scaled)',
    after: 'U::max(scaled, U::splat(-limit))',
  },
  {
    name: 'what is no number has no bound before it becomes a u7',
    file: 'engine/kernels/vector/math.h',
    before: 'V::max(V::template constant<-256.0F>(), V::mul(x, V::splat(inverse_scale)))',
    after: 'V::max(V::mul(x, V::splat(inverse_scale)), V::template constant<-256.0F>())',
  },
  {
    name: 'a second head begins where the first was cut',
    file: 'engine/kernels/attention/attention.h',
    before: '++head, first = 0',
    after: '++head',
  },
  {
    name: 'the last of sixteen queries is left to the next block',
    file: 'engine/kernels/attention/float.h',
    before: 'const std::size_t end = std::min(tokens, (part + count) * kAttentionQueries);',
    after: 'const std::size_t end = std::min(tokens, (part + count) * kAttentionQueries - 1);',
  },
  {
    name: 'the borrow of a negative sum is not given back',
    file: 'engine/kernels/gemm/pairs.h',
    before: '(pair - low) >> 32',
    after: 'pair >> 32',
  },
  {
    name: 'every panel has the zero points of the first',
    file: 'engine/kernels/gemm/pairs.h',
    before: 'task.weight_zero_points[column + i] * row_sum',
    after: 'task.weight_zero_points[i] * row_sum',
  },
  {
    name: 'the product of both zero points is left out',
    file: 'engine/kernels/gemm/offsets.cc',
    before:
      'if (!weight_zero_points.empty()) sum -= weight_zero_points[column] * static_cast<std::int32_t>(depth);',
    after: 'static_cast<void>(weight_zero_points);',
  },
  {
    name: 'a convolution is padded with code 0 in place of the code of 0',
    file: 'engine/kernels/conv1d/generic.h',
    before: '(task.size - 1) / 2 * task.width, task.zero_point,',
    after: '(task.size - 1) / 2 * task.width, 0,',
  },
  {
    name: 'the second part of a float convolution reads the windows of the first',
    file: 'engine/kernels/conv1d/generic.h',
    before: 'GemmFloat gemm = task.gemm;\n  gemm.a = padded.subspan(task.first * task.width);',
    after: 'GemmFloat gemm = task.gemm;\n  gemm.a = padded;',
  },
  {
    name: 'the first n-gram of a text is left out',
    file: 'engine/kernels/embedding/generic.h',
    before: 'if (end < order) continue;',
    after: 'if (end <= order) continue;',
  },
  {
    name: 'the rest of a row counts zeros into the variance',
    file: 'engine/kernels/layer_norm/generic.h',
    before: 'float last[4] = {mean, mean, mean, mean};',
    after: 'float last[4] = {};',
  },
  {
    name: 'the largest of a row is not looked for behind its last sixteen',
    file: 'engine/kernels/softmax/generic.h',
    before: 'for (; i < row.size(); ++i) result = result < row[i] ? row[i] : result;',
    after: '',
  },
  {
    name: "the candidate is made of the update's sums",
    file: 'engine/kernels/recurrent/generic.h',
    before: 'U::mul(reset, load(u + 2 * hidden))',
    after: 'U::mul(reset, load(u + hidden))',
  },
  {
    name: 'a narrow end of a row is written eight wide',
    file: 'engine/kernels/vector/write.h',
    before: 'std::copy_n(all, count, real);',
    after: 'std::copy_n(all, 8, real);',
  },
];
