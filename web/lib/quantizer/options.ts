import { SentibyteError } from '../errors.js';

/** How a model is quantized. What is left out is done as in the models that ship; docs/QUANTIZATION.md explains. */
export interface QuantizeOptions {
  /** `asymmetric` runs on the engine's scalar path, slower. */
  scheme?: 'symmetric' | 'asymmetric' | 'power-of-two';
  /** How many weights share one range. */
  granularity?: 'global' | 'tensor' | 'channel';
  /** `auto`: everything at 8 bits and in models trained for it, the least squared error below. */
  range?: 'auto' | 'minmax' | 'percentile' | 'mse';
  /** Percent of the weights inside their range, for `range: 'percentile'`. */
  percentile?: number;
  rounding?: 'nearest' | 'floor' | 'signed-magnitude';
  /** 2 to 8, for all tensors. */
  bits?: number;
  /** Bits by tensor name, with `*` and `?`; the last that matches wins. */
  bitsFor?: Readonly<Record<string, number>>;
  /** Size of the blob in bytes; the width of every tensor without one is chosen to fit. */
  budget?: number;
  /** Fraction of the weights to set to zero. */
  prune?: number;
  pruneScope?: 'model' | 'tensor';
  /** Fraction of the neurons to remove from layers that allow it. */
  pruneNeurons?: number;
}

const FLAGS: Readonly<Record<Exclude<keyof QuantizeOptions, 'bitsFor'>, string>> = {
  scheme: '--scheme',
  granularity: '--granularity',
  range: '--range',
  percentile: '--percentile',
  rounding: '--rounding',
  bits: '--bits',
  budget: '--budget',
  prune: '--prune',
  pruneScope: '--prune-scope',
  pruneNeurons: '--prune-neurons',
};

/** The words of sentibyte-quantize, one per line: the module reads what the command reads. */
export function toWords(options: QuantizeOptions): string {
  const words: string[] = [];
  for (const [name, value] of Object.entries(options) as [
    keyof QuantizeOptions,
    QuantizeOptions[keyof QuantizeOptions],
  ][]) {
    if (value === undefined) continue;
    if (typeof value === 'object') {
      for (const [pattern, bits] of Object.entries(value)) {
        words.push('--bits-for', `${pattern}=${bits}`);
      }
      continue;
    }
    if (name === 'bitsFor' || !Object.hasOwn(FLAGS, name))
      throw new SentibyteError('input', `"${name}" is no option of the quantizer.`);
    words.push(FLAGS[name], typeof value === 'number' ? decimal(value) : value);
  }
  if (words.some((word) => word.includes('\n')))
    throw new SentibyteError('input', 'An option has a line break in it.');
  return words.join('\n');
}

/** Never in the scientific form, which the module does not read. */
function decimal(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(10).replace(/0+$/, '');
}
