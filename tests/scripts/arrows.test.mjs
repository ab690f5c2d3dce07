// The checks of `npm run lint` against HACKING.md's map, on small trees that go against it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';

let top;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'sentibyte-'));
});
afterEach(() => {
  rmSync(top, { recursive: true });
});

function write(files) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(top, dirname(name)), { recursive: true });
    writeFileSync(join(top, name), text);
  }
}

describe('C++', () => {
  const map = '# a comment\nlow:\nhigh: low\n';
  function check(files) {
    write({ 'map.txt': map, 'tree/low/a.h': '', 'tree/high/b.h': '#include "low/a.h"\n', ...files });
    const script = resolve('scripts/includes/check.mjs');
    const { status, stderr } = spawnSync('node', [script, 'tree', 'map.txt'], { cwd: top, encoding: 'utf8' });
    return { status, problems: stderr.split('\n').filter((line) => line !== '') };
  }

  test('arrows of the map are right, and headers from elsewhere are nobody’s business', () => {
    const more = '#include <vector>\n#include "elsewhere.h"\n#include "high/b.h"\n';
    assert.deepEqual(check({ 'tree/high/c.cc': more }), { status: 0, problems: [] });
  });

  for (const [what, files, problem] of [
    [
      'an arrow against the map',
      { 'tree/low/c.cc': '  #  include "high/b.h"\n' },
      'tree/low/c.cc includes high/b.h: no arrow leads from low to high',
    ],
    ['a folder without a place', { 'tree/new/c.cc': '' }, 'tree/new/c.cc is in no folder of the map'],
    [
      'a circle',
      { 'tree/low/a.h': '#include "c.h"\n', 'tree/low/c.h': '#include "low/a.h"\n' },
      'tree/a circle: low/a.h -> low/c.h -> low/a.h',
    ],
    ['a place without a folder', { 'map.txt': `${map}gone: low\n` }, 'tree/gone is in the map and not there'],
  ]) {
    test(`${what} is told`, () => {
      const { status, problems } = check(files);
      assert.equal(status, 1);
      assert.equal(problems.length, 1);
      assert.deepEqual([...problems[0].split(' -> ')].sort(), [...problem.split(' -> ')].sort());
    });
  }
});

describe('TypeScript', () => {
  function check(files) {
    write({ 'package.json': '{ "type": "module" }', ...files });
    for (const file of ['.dependency-cruiser.mjs', 'tsconfig.json']) cpSync(file, join(top, file));
    symlinkSync(resolve('node_modules'), join(top, 'node_modules'));
    const { status, stdout } = spawnSync(
      'node_modules/.bin/depcruise',
      ['--config', '.dependency-cruiser.mjs', 'web'],
      {
        cwd: top,
        encoding: 'utf8',
      },
    );
    return { isRight: status === 0, rules: [...stdout.matchAll(/error ([\w-]+):/g)].map(([, rule]) => rule) };
  }
  const imports = (name) => `import { a } from '${name}';\nexport const b = a;\n`;

  test('arrows of the map are right', () => {
    const files = {
      'web/lib/index.ts': imports('./analyzer/create.js'),
      'web/lib/analyzer/create.ts': imports('../errors.js'),
      'web/lib/errors.ts': 'export const a = 1;\nexport const b = a;\n',
      'web/app/main.ts': imports('../lib/index.js'),
    };
    assert.deepEqual(check(files), { isRight: true, rules: [] });
  });

  for (const [what, files, rule] of [
    [
      'the library importing from the page',
      { 'web/lib/text/x.ts': imports('../../app/y.js'), 'web/app/y.ts': 'export const a = 1;\n' },
      'arrow-of-text',
    ],
    [
      'the loader importing up, were it a type alone',
      {
        'web/lib/loader/x.ts': "import type { A } from '../analyzer/y.js';\nexport type B = A;\n",
        'web/lib/analyzer/y.ts': 'export type A = 1;\n',
      },
      'arrow-of-loader',
    ],
    [
      'the page looking behind the entries of the library',
      { 'web/app/x.ts': imports('../lib/engine/y.js'), 'web/lib/engine/y.ts': 'export const a = 1;\n' },
      'arrow-of-page',
    ],
    [
      'the page importing from a test',
      { 'web/app/x.ts': imports('../../tests/y.js'), 'tests/y.ts': 'export const a = 1;\n' },
      'arrow-of-page',
    ],
    [
      'Node in what pages load',
      { 'web/lib/files/x.ts': "import { a } from 'node:fs';\nexport const b = a;\n" },
      'node-only-in-node',
    ],
    [
      'Shrink importing from Read',
      {
        'web/app/rooms/shrink/x.ts': imports('../read/y.js'),
        'web/app/rooms/read/y.ts': 'export const a = 1;\n',
      },
      'peers-of-shrink',
    ],
    [
      'a circle inside a room',
      {
        'web/lib/text/x.ts': imports('./y.js'),
        'web/lib/text/y.ts': "import { b } from './x.js';\nexport const a = b;\n",
      },
      'circle',
    ],
  ]) {
    test(`${what} is told`, () => {
      const { isRight, rules } = check(files);
      assert.equal(isRight, false);
      assert.deepEqual([...new Set(rules)], [rule]);
    });
  }
});
