import { SentibyteError } from '../errors.js';

/** Throws `input` unless `value` is a string; `what` names the argument. */
export function checkText(value: unknown, what: string): asserts value is string {
  if (typeof value === 'string') return;
  const kind = value === null ? 'null' : Array.isArray(value) ? 'an array' : `of type ${typeof value}`;
  throw new SentibyteError('input', `${what} must be a string, but is ${kind}.`);
}
