import { expect, test } from '@jest/globals';
import { Latest } from '../../../web/app/rooms/shrink/engine/latest.js';

test('while one run is under way only the newest value waits', async () => {
  const seen: string[] = [];
  const finish: (() => void)[] = [];
  const latest = new Latest<string>((value) => {
    seen.push(value);
    return new Promise((resolve) => finish.push(resolve));
  });
  for (const value of ['a', 'ab', 'abc', 'abcd']) latest.push(value);
  expect(seen).toEqual(['a']);
  finish.shift()!();
  await new Promise(setImmediate);
  expect(seen).toEqual(['a', 'abcd']);
  finish.shift()!();
  await new Promise(setImmediate);
  latest.push('abcde');
  expect(seen).toEqual(['a', 'abcd', 'abcde']);
});
