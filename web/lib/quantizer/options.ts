import { SentibyteError } from '../errors.js';
import { FLAGS, type QuantizeOptions } from '../generated/quantize-options.js';

export type { QuantizeOptions } from '../generated/quantize-options.js';

/** The words of sentibyte-quantize, one per line: the module reads what the command reads. */
export function toWords(options: QuantizeOptions): string {
  const words: string[] = [];
  for (const [name, value] of Object.entries(options) as [keyof QuantizeOptions, unknown][]) {
    if (value === undefined) continue;
    if (!Object.hasOwn(FLAGS, name))
      throw new SentibyteError('input', `"${name}" is no option of the quantizer.`);
    for (const word of wordsOf(value)) words.push(FLAGS[name], word);
  }
  if (words.some((word) => word.includes('\n')))
    throw new SentibyteError('input', 'An option has a line break in it.');
  return words.join('\n');
}

/** A rule is a word for each name. */
function wordsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null)
    return [typeof value === 'number' ? decimal(value) : String(value)];
  return Object.entries(value).map(([pattern, bits]) => `${pattern}=${String(bits)}`);
}

/** Never in the scientific form, which the module does not read. */
function decimal(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(10).replace(/0+$/, '');
}
