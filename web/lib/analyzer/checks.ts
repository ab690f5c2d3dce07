import { SentibyteError } from '../errors.js';
import { nearest } from './nearest.js';

/** Throws `input` unless `value` is a string; `what` names the argument. */
export function checkText(value: unknown, what: string): asserts value is string {
  if (typeof value === 'string') return;
  throw new SentibyteError('input', `${what} must be a string, but is ${kindOf(value)}.`);
}

/** Throws `input` unless `options` is an object that has none but the `known` names, `signal` and functions among them right. */
export function checkOptions(options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new SentibyteError('input', `options must be an object, but is ${kindOf(options)}.`);
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const guess = nearest(name, known);
    throw new SentibyteError('input', `There is no option "${name}"; did you mean "${guess}"?`);
  }
  const { signal } = options as Record<string, unknown>;
  if (signal !== undefined && !isSignal(signal)) {
    throw new SentibyteError('input', `signal must be an AbortSignal, but is ${kindOf(signal)}.`);
  }
  for (const name of ['onProgress', 'onModel']) {
    const call = (options as Record<string, unknown>)[name];
    if (call === undefined || typeof call === 'function') continue;
    throw new SentibyteError('input', `${name} must be a function, but is ${kindOf(call)}.`);
  }
}

/** Throws `input` unless `words` is an object of words with a weight each. */
export function checkWords(words: unknown): void {
  if (typeof words !== 'object' || words === null || Symbol.iterator in words) {
    throw new SentibyteError(
      'input',
      `words must be an object like { crashy: -0.6 }, but is ${kindOf(words)}.`,
    );
  }
  for (const [word, weight] of Object.entries(words) as [string, unknown][]) {
    if (typeof weight === 'number' && weight >= -1 && weight <= 1) continue;
    const instead = typeof weight === 'number' ? String(weight) : kindOf(weight);
    throw new SentibyteError(
      'input',
      `words: ${kindOf(word)} must be a number from -1 to 1, but is ${instead}.`,
    );
  }
}

/** By its shape: a signal may come from another frame. */
function isSignal(value: unknown): value is AbortSignal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'aborted' in value &&
    typeof value.aborted === 'boolean' &&
    'addEventListener' in value
  );
}

/** For messages: what was given in place of what was asked for. */
export function kindOf(value: unknown): string {
  if (typeof value === 'string') return value.length <= 60 ? `"${value}"` : 'a string';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
}
