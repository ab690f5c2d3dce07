// Which modules scripts/wasm lets into the package.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultOf } from '../../scripts/wasm/check.mjs';

const HEADER = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
const TYPES = [1, 4, 1, 0x60, 0, 0];
const custom = (name, content = []) => [
  0,
  1 + name.length + content.length,
  name.length,
  ...Buffer.from(name),
  ...content,
];
const module = (...sections) => Buffer.from([...HEADER, ...sections.flat()]);

test('a small module without sections of the linker is right', () => {
  assert.equal(faultOf(module(TYPES), 0, 100), undefined);
  assert.equal(faultOf(module(TYPES, custom('something')), 0, 100), undefined);
});

for (const name of ['name', 'target_features', 'producers', '.debug_info']) {
  test(`the section ${name} tells that a module was not optimized`, () => {
    const fault = `was not optimized: it has the section ${name}`;
    assert.equal(faultOf(module(TYPES, custom(name, [1, 2, 3])), 0, 100), fault);
    assert.equal(faultOf(module(custom('something'), TYPES, custom(name)), 0, 100), fault);
  });
}

test('a module counts with its glue, as it is sent', () => {
  const noise = Uint8Array.from({ length: 90 }, (_, i) => (i * 7919 + (i * i * 31) / 3) % 251);
  const large = module(custom('noise', [...noise]));
  assert.match(faultOf(large, 20, 100), /^has \d+ bytes brotli with its glue, more than 100$/);
  assert.equal(faultOf(large, 20, 200), undefined);
  assert.match(faultOf(large, 150, 200), /more than 200/);
});

for (const [what, bytes] of [
  ['nothing', Buffer.alloc(0)],
  ['a web page', Buffer.from('<!doctype html>')],
]) {
  test(`${what} is no module`, () => {
    assert.equal(faultOf(bytes, 0, 100), 'is not a WebAssembly module');
  });
}

test('a module that is cut off inside a number ends the search', () => {
  assert.equal(faultOf(Buffer.from([...HEADER, 1, 0x80]), 0, 100), undefined);
});
