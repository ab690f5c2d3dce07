export const EXECUTOR = [
  {
    name: "the score's value may be overwritten before the end",
    file: 'engine/nn/executor.cc',
    before:
      'if (model.output()->score() >= 0) last_use[static_cast<std::size_t>(model.output()->score())] = step;',
    after: '',
  },
  {
    name: 'a tiny temperature overflows',
    file: 'engine/nn/head.cc',
    before: 'std::clamp(logits[i] / temperature_, -kMost, kMost)',
    after: 'logits[i] / temperature_ + 0.0F * kMost',
  },
  {
    name: 'a part of a layer is run twice',
    file: 'engine/nn/executor.cc',
    before: 'part_ += count;',
    after: 'part_ += count - (count > 1 ? 1 : 0);',
  },
  {
    name: 'a dropped run leaves its layer behind',
    file: 'engine/nn/executor.cc',
    before: 'used_ = text_ = part_ = layer_ = 0;',
    after: 'used_ = text_ = part_ = 0;',
  },
  {
    name: 'a recurrence in parts forgets its state',
    file: 'engine/nn/recurrent.cc',
    before: 'if (part.first() == 0) {',
    after: 'if (part.first() != part.count()) {',
  },
  {
    name: 'positions begin anew in each part',
    file: 'engine/nn/embedding.cc',
    before: 'frame.first(), frame.tokens()',
    after: '0, frame.tokens()',
  },
  {
    name: 'the bytes of an input are free while its layer writes',
    file: 'engine/nn/arena.cc',
    before: 'blocks_[i].last_use >= step',
    after: 'blocks_[i].last_use > step',
  },
  {
    name: 'the arena is as large as its last block needs',
    file: 'engine/nn/arena.cc',
    before: 'needed_ = std::max(needed_, at + bytes);',
    after: 'needed_ = at + bytes;',
  },
  {
    name: 'a sum that others read too is joined with its normalisation',
    file: 'engine/nn/executor.cc',
    before: ' && readers[sum.output()] == 1;',
    after: ' && readers[sum.output()] >= 1;',
  },
  {
    name: 'logits are not counted as read',
    file: 'engine/nn/value.cc',
    before: '  ++readers[model.output()->logits()];\n',
    after: '',
  },
  {
    name: 'a text may be one longer than there is room for',
    file: 'engine/nn/executor.cc',
    before: 'if (lengths[i] > description_.longest) {',
    after: 'if (lengths[i] > description_.longest + 1) {',
  },
  {
    name: 'an empty text has the logits of the run before',
    file: 'engine/nn/executor.cc',
    before: '      std::fill(logits.begin(), logits.end(), 0.0F);\n',
    after: '',
  },
  {
    name: 'a run goes on after numbers that are not finite',
    file: 'engine/nn/executor.cc',
    before: '        lengths_ = {};\n        return refusal.error();',
    after: '        return refusal.error();',
  },
  {
    name: 'results are kept where there is no memory for the logits',
    file: 'engine/nn/executor.cc',
    before: '      results_ = {};  // of another size than the logits\n',
    after: '',
  },
  {
    name: 'the weights of a float matrix cost nothing',
    file: 'engine/nn/matrix.cc',
    before: '  if (!build.take(bytes, index)) return false;\n  Array<float> weights;',
    after: '  Array<float> weights;',
  },
  {
    name: 'a part that is read backwards takes the state of one token further',
    file: 'engine/nn/recurrent.cc',
    before: 'reverse_ ? last + 1 - part.first() : part.first() - 1',
    after: 'reverse_ ? last - part.first() : part.first() - 1',
  },
];
