import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('docs/TROUBLESHOOTING.md has a part for each error code', () => {
  const [, union = ''] = /export type ErrorCode =([^;]+);/.exec(read('web/lib/errors.ts')) ?? [];
  const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(5);
  const headings = [...read('docs/TROUBLESHOOTING.md').matchAll(/^## `(\w+)`$/gm)].map(([, code]) => code);
  expect(headings.sort()).toEqual(codes.sort());
});
