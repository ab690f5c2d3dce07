import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

/** The instructions of a module whose result a machine may choose. */
function relaxedInstructions(module: string): string[] {
  const disassembler = path('node_modules/binaryen/bin/wasm-dis');
  const text = execFileSync('node', [disassembler, '--all-features', path(`web/lib/engine/${module}.wasm`)], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return [...new Set(text.match(/\w+\.relaxed_\w+/g))];
}

test('the one relaxed instruction is the dot product, which means one thing for the numbers that it gets', () => {
  expect(relaxedInstructions('int8-relaxed')).toEqual(['i32x4.relaxed_dot_i8x16_i7x16_add_s']);
  expect(relaxedInstructions('float-relaxed')).toEqual([]);
});
