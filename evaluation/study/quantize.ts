// Runs sentibyte-quantize and reads its report.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the report says of one tensor. */
interface TensorReport {
  name: string;
  shape: number[];
  bits: number;
  mean_error: number;
  max_error: number;
  sqnr_db: number;
  zeros: number;
  sparse: boolean;
}

/** The report of sentibyte-quantize, as far as the study reads it. */
export interface Report {
  path: 'fast' | 'scalar';
  tensors: TensorReport[];
  search?: unknown;
}

/** The weights as a whole. */
export interface Weights {
  meanBits: number;
  meanError: number;
  maxError: number;
  sqnr: number;
  zeros: number;
  sparse: number;
  widths: Record<string, number>;
}

export type Quantize = (input: string, args: readonly string[]) => { blob: Uint8Array; report: Report };

/** The command as a function; its files lie in `folder`. */
export function quantizer(root: string, folder: string): Quantize {
  const command = process.env.SENTIBYTE_QUANTIZE ?? join(root, 'build/native/bin/sentibyte-quantize');
  const output = join(folder, `variant-${process.pid}.sbm`);
  return (input, args) => {
    const words = [input, '-o', output, '--report', '-', '--quiet', ...args];
    const written = execFileSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
    return { blob: new Uint8Array(readFileSync(output)), report: JSON.parse(written) as Report };
  };
}

/** What the report says about the weights as a whole. */
export function weightsOf({ tensors }: Report): Weights {
  const elements = tensors.map(({ shape }) => shape.reduce((a, b) => a * b, 1));
  const all = elements.reduce((a, b) => a + b, 0);
  const sum = (of: (tensor: TensorReport) => number): number =>
    tensors.reduce((total, tensor, i) => total + elements[i]! * of(tensor), 0);
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
