// The floors of scripts/coverage.mjs, on reports as llvm-cov and Jest write them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, sharesOf } from '../../scripts/coverage.mjs';

const count = (covered, total) => ({ count: total, total, covered });
const llvm = (folder, lines, branches) => ({
  filename: `/here/${folder}/a.cc`,
  summary: { lines, branches },
});

/** Reports in which everything is reached but what `changed` says. */
function reports(changed = {}) {
  const of = (folder) => changed[folder] ?? [count(100, 100), count(50, 50)];
  return [
    { data: [{ files: ['engine/format', 'engine/nn', 'engine/kernels'].map((f) => llvm(f, ...of(f))) }] },
    {
      total: { lines: count(0, 1), branches: count(0, 1) },
      '/here/web/lib/a.ts': { lines: of('web/lib')[0], branches: of('web/lib')[1] },
    },
  ];
}

const judged = (some) => judge(sharesOf(some, '/here'));

test('what is reached as far as the floors is enough', () => {
  const atTheFloors = [count(95, 100), count(88, 100)];
  const { lines, isEnough } = judged(reports({ 'engine/nn': atTheFloors, 'web/lib': atTheFloors }));
  assert.ok(isEnough);
  assert.equal(lines[1], 'note: engine/nn: 95.0 % of lines, 88.0 % of branches in 1 files');
});

for (const folder of ['engine/format', 'engine/nn', 'engine/kernels', 'web/lib']) {
  for (const [what, counts] of [
    ['lines', [count(9499, 10_000), count(88, 100)]],
    ['branches', [count(95, 100), count(8799, 10_000)]],
  ]) {
    test(`${folder} with too few ${what} fails, alone`, () => {
      const { lines, isEnough } = judged(reports({ [folder]: counts }));
      assert.ok(!isEnough);
      assert.equal(lines.filter((line) => line.startsWith('ERROR: ')).length, 1);
      assert.match(lines.join('\n'), new RegExp(`ERROR: ${folder}: (94.9|95.0) % of lines, (87.9|88.0) %`));
    });
  }
}

test('a folder that no report speaks of fails', () => {
  assert.ok(!judged(reports().slice(0, 1)).isEnough);
  assert.ok(!judge(sharesOf(reports(), '/elsewhere')).isEnough);
});

test('files of other folders do not count', () => {
  const some = reports();
  some[0].data[0].files.push(llvm('engine/nnx', count(0, 1000), count(0, 1000)));
  assert.ok(judged(some).isEnough);
});
