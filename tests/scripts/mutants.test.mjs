// What scripts/mutate changes, and what it leaves alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { mutantsOf, mutate, sample } from '../../scripts/mutation/mutants.mjs';
import { groupOf } from '../../scripts/mutation/kinds.mjs';
import { PLANTED } from '../../scripts/mutation/planted/index.mjs';

/** What becomes of a line, one entry a mutant. */
const changed = (text) => mutantsOf(text).map((mutant) => mutate(text, mutant));

test('operators, constants, words, negations and calls are changed, one at a time', () => {
  assert.deepEqual(changed('if (a < b && !c) return n + 1;\n'), [
    'if (a <= b && !c) return n + 1;\n',
    'if (a < b || !c) return n + 1;\n',
    'if (a < b && c) return n + 1;\n',
    'if (a < b && !c) return n - 1;\n',
    'if (a < b && !c) return n + 0;\n',
  ]);
  assert.deepEqual(changed('  const x = std::min(true, 0x7f);\n'), [
    '  const x = std::max(true, 0x7f);\n',
    '  const x = std::min(false, 0x7f);\n',
  ]);
  assert.deepEqual(changed('  this.#close(to);\n'), ['  ;\n']);
});

test('comments, texts, patterns, types and names are left alone', () => {
  for (const line of [
    '// a < b && c + 1\n',
    '  /* 7 + 8\n 9 */\n',
    'refuse("# < 1 && 2", \'a + 1\', `b ${1} > 2`)\n',
    'const WORD = /[^/]+ 1 < 2/u;\n',
    '#include <array> // 1\n',
    'std::array<std::uint8_t, kMost> i8_x2(Flow::Same);\n',
    'float scale = 1.5F;\n',
    "import { a } from './b1.js';\n",
  ]) {
    assert.deepEqual(changed(line), [], line);
  }
});

test('a change stands in its line', () => {
  assert.deepEqual(
    mutantsOf('a;\n\nb == 2;\n').map(({ line, before, after }) => [line, before, after]),
    [
      [3, '==', '!='],
      [3, '2', '3'],
    ],
  );
});

test('a sample is the same for the same seed, and has nothing twice', () => {
  const items = Array.from({ length: 50 }, (_, i) => i);
  assert.deepEqual(sample(items, 20, 1), sample(items, 20, 1));
  assert.notDeepEqual(sample(items, 20, 1), sample(items, 20, 2));
  assert.equal(new Set(sample(items, 20, 3)).size, 20);
  assert.equal(sample(items, 100, 4).length, 50);
});

test('every bug planted by hand still has its place, and tests that should notice', () => {
  const bugs = Object.values(PLANTED).flat();
  assert.ok(bugs.length >= 80);
  for (const { file, before, after, name } of bugs) {
    assert.equal(readFileSync(file, 'utf8').split(before).length, 2, `${name}: ${file}`);
    assert.notEqual(before, after, name);
    assert.ok(groupOf('planted', file), file);
  }
  assert.equal(new Set(bugs.map(({ name }) => name)).size, bugs.length);
});
