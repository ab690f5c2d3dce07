// Changes that were looked at and change nothing that anyone could see: no test can tell. `line` is the line as it is;
// a bug that was planted by hand has none, and `what` is its name.
export const EQUIVALENT = [
  {
    file: 'engine/format/check_bytes.cc',
    line: 'if (string != nullptr) take(string, sizeof(flatbuffers::uoffset_t) + string->size() + 1);',
    what: '1 -> 0',
    why: "the byte behind a string counts; what is allowed beyond the sum is far more than all strings' last bytes",
  },
  {
    file: 'engine/quantizer/budget/budget.cc',
    line: 'for (std::size_t i = 1; i < options.size(); ++i) {',
    what: '1 -> 0',
    why: 'compares the first option with itself, which is neither smaller nor better',
  },
  {
    file: 'engine/quantizer/budget/budget.cc',
    line: 'for (int round = 0; round < kMostRounds && exchange(tensors, budget, choice); ++round) {',
    what: '< -> <=',
    why: 'the 201st round of a loop that ends by itself long before',
  },
  {
    file: 'engine/nn/layer.cc',
    line: 'build.refusal.refuse("nodes[#].operation: unknown", source.index);',
    what: 'build.refusal.refuse("nodes[#].operation: unknown", source.index); -> ;',
    why: 'the reader has refused an operation that is unknown',
  },
  {
    file: 'engine/nn/layer.cc',
    line: 'const auto tensor = static_cast<std::uint32_t>(index < 0 ? 0 : index);',
    what: '< -> <=',
    why: '0 becomes 0 either way',
  },
  {
    file: 'engine/nn/embedding.cc',
    line: 'bool has_positions_ = false;',
    what: 'false -> true',
    why: 'what it is until the layer is loaded',
  },
  {
    file: 'engine/quantizer/options/table.cc',
    line: "left.append(left.size() < kHelpAt ? kHelpAt - left.size() : 1, ' ');",
    what: '< -> <=',
    why: 'no option is exactly as wide as its column',
  },
  {
    file: 'engine/format/check_tokenizer.cc',
    line: 'const std::size_t half = count / 2;',
    what: '2 -> 3',
    why: 'where a search cuts what is left: any place within it leads to the same piece',
  },
  {
    file: 'engine/format/check_tokenizer.cc',
    line: 'std::size_t letters = 0;',
    what: '0 -> 1',
    why: 'how many letters there is room for',
  },
  {
    file: 'web/lib/tokenizer/lexicon.ts',
    line: 'const codes = Array.from(from, (character) => character.codePointAt(0) ?? 0);',
    what: '0 -> 1',
    why: 'every character has a code',
  },
  {
    file: 'web/lib/tokenizer/reader.ts',
    line: 'const next = this.#wordSoFar > 0 ? this.#readWord(this.#at) : this.#readOne(this.#at);',
    what: '0 -> 1',
    why: 'a word of whose letters one is there so far is begun again: the same rules give the same answer',
  },
  {
    file: 'web/lib/tokenizer/reader.ts',
    line: 'let end = Math.max(at + 1, this.#wordSoFar);',
    what: '1 -> 0',
    why: 'a word is read where one begins: the character at its beginning is passed by the loop instead',
  },
  {
    file: 'web/lib/text/windows.ts',
    line: 'this.#resize(2 * this.#length + 256);',
    what: '* -> +',
    why: 'how much room there is beyond what is needed',
  },
  {
    file: 'web/lib/analyzer/pulling.ts',
    line: 'for (let at = kept.length - 1; at >= farthest && !breaks.has(kept[at]!); --at) {',
    what: '1 -> 0',
    why: 'looks behind the last piece first, where there is none: neither a break nor a negation',
  },
  {
    file: 'engine/kernels/attention/int8.h',
    what: 'keys behind the last are not cleared',
    why: 'the scores that such keys get are overwritten before anyone reads them (`weigh`), whatever was there',
  },
  {
    file: 'web/lib/tokenizer/words.ts',
    what: 'an apostrophe is counted again after its suffix was taken off',
    why: 'without an apostrophe no suffix is found, and the only part of the word is the whole of it',
  },
];
