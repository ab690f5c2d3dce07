// `configure` of scripts/common.sh, with a cmake that only writes down where it was called.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';

const CMAKE = `#!/bin/sh
[ -z "$BROKEN" ] || { echo "CMake Error" >&2; exit 1; }
while [ "$1" != -B ]; do shift; done
mkdir -p "$2"
echo "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" >"$2/CMakeCache.txt"
echo configured "$2"
`;

let top;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'sentibyte-'));
  mkdirSync(join(top, 'one/scripts'), { recursive: true });
  mkdirSync(join(top, 'bin'));
  cpSync('scripts/common.sh', join(top, 'one/scripts/common.sh'));
  writeFileSync(join(top, 'one/CMakePresets.json'), '{}');
  writeFileSync(join(top, 'bin/cmake'), CMAKE);
  chmodSync(join(top, 'bin/cmake'), 0o755);
});
afterEach(() => {
  rmSync(top, { recursive: true });
});

function configure(tree, env = {}) {
  // Where the stamp and the presets have the same time, the stamp is not newer.
  const script = `source ${tree}/scripts/common.sh; touch -d '1 minute ago' CMakePresets.json; configure native; echo went on`;
  return spawnSync('bash', ['-c', script], {
    cwd: top,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${top}/bin:${process.env.PATH}`, ...env },
  });
}
const object = (tree) => join(top, tree, 'build/native/old.o');

test('a folder that was configured here is kept', () => {
  assert.equal(configure('one').status, 0);
  writeFileSync(object('one'), '');
  const again = configure('one');
  assert.equal(again.stderr, '');
  assert.ok(existsSync(object('one')));
});

for (const [how, take] of [
  ['copied', (from, to) => cpSync(from, to, { recursive: true, preserveTimestamps: true })],
  ['moved', renameSync],
]) {
  test(`a folder that was ${how} is built from nothing`, () => {
    configure('one');
    writeFileSync(object('one'), '');
    take(join(top, 'one'), join(top, 'two'));
    const { status, stderr } = configure('two');
    assert.equal(status, 0);
    assert.match(stderr, /build\/native was made for another folder/);
    assert.ok(!existsSync(object('two')));
    assert.equal(configure('two').stderr, '');
  });
}

test('where cmake fails nothing goes on', () => {
  const { status, stdout, stderr } = configure('one', { BROKEN: '1' });
  assert.equal(status, 1);
  assert.equal(stdout, '');
  assert.match(stderr, /cmake could not configure build\/native/);
});
