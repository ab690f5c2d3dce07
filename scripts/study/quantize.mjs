// Runs sentibyte-quantize and reads its report.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** Quality 9 is within a percent of 11 on weights and ten times as fast: there are hundreds of blobs. */
export const brotliBytes = (blob) =>
  brotliCompressSync(blob, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length;

export function quantizer(root) {
  const command = process.env.SENTIBYTE_QUANTIZE ?? join(root, 'build/native/bin/sentibyte-quantize');
  const output = join(root, `build/study/variant-${process.pid}.sbm`);
  return (input, args) => {
    const words = [input, '-o', output, '--report', '-', '--quiet', ...args];
    const report = JSON.parse(execFileSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 26 }));
    return { blob: new Uint8Array(readFileSync(output)), report };
  };
}

/** What the report says about the weights as a whole. */
export function weightsOf({ tensors }) {
  const elements = tensors.map(({ shape }) => shape.reduce((a, b) => a * b, 1));
  const all = elements.reduce((a, b) => a + b, 0);
  const sum = (of) => tensors.reduce((total, tensor, i) => total + elements[i] * of(tensor), 0);
  return {
    meanBits: sum(({ bits }) => bits) / all,
    meanError: sum(({ mean_error: error }) => error) / all,
    maxError: Math.max(...tensors.map(({ max_error: error }) => error)),
    sqnr: sum(({ sqnr_db: db }) => db) / all,
    zeros: sum(({ zeros }) => zeros) / all,
    sparse: tensors.filter(({ sparse }) => sparse).length,
    widths: Object.fromEntries(tensors.map(({ name, bits }) => [name, bits])),
  };
}
