// The Node that runs relaxed SIMD in tests is the file that scripts/setup knows.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const LOCK = 'build/node24/node_modules/.package-lock.json';

test('the newer Node beside the tests has the hash that is committed', { skip: !existsSync(LOCK) }, () => {
  const { packages } = JSON.parse(readFileSync(LOCK, 'utf8'));
  const [[path, { integrity, version }]] = Object.entries(packages);
  const setup = readFileSync('scripts/setup', 'utf8');
  assert.ok(setup.includes(`NODE_FOR_RELAXED=${version}\n`));
  assert.ok(setup.includes(`[${path.replace('node_modules/', '')}]=${integrity}\n`));
});
