import { LineReader } from './lines.js';
import type { Row, RowReader } from './row.js';

/**
 * A JSON object per line, of which one field is the text. Empty lines are no rows.
 * @example
 * jsonLinesReader('review').push('{"id": 1, "review": "not bad"}\n'); // [{ text: 'not bad', original: … }]
 */
export function jsonLinesReader(field: string): RowReader {
  return new LineReader((line, number) => rowOf(line, number, field));
}

/** The object that a line holds; `undefined` where it holds something else. */
export function parseObject(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return value as Record<string, unknown>;
    }
  } catch {
    // Not JSON: not an object either.
  }
  return undefined;
}

function rowOf(original: string, line: number, field: string): Row | undefined {
  if (original.trim() === '') return undefined;
  const object = parseObject(original);
  if (object === undefined) return { original, line, error: 'the line is not a JSON object' };
  if (!Object.hasOwn(object, field)) return { original, line, error: `there is no field "${field}"` };
  const text = object[field];
  if (typeof text === 'string') return { original, text };
  const kind = text === null ? 'null' : Array.isArray(text) ? 'an array' : `of type ${typeof text}`;
  return { original, line, error: `the field "${field}" is not a text but ${kind}` };
}
