import { statSync } from 'node:fs';
import { type Encoding, PartDecoder } from '../rows/decode.js';
import { FIELDS, pickFields, rounded } from '../rows/fields.js';
import { Failure, UsageError } from './failure.js';
import { openAnalyzer, readModel } from './model.js';
import type { TextCommand } from './options.js';
import { describe, listOf } from './person.js';

/** Bytes of a text that is piped in, at most: beyond, it is hardly one. */
const MOST_BYTES = 64 << 20;

/** Where a text can come from. */
export type TextInput = AsyncIterable<Uint8Array> & { isTTY?: boolean };

/** What is printed of one text. */
export async function judgeText(
  command: TextCommand,
  stdin: TextInput,
  isColoured: boolean,
): Promise<string> {
  if (command.text === undefined && stdin.isTTY) {
    throw new UsageError('give a text, or --lines FILE to read one per line');
  }
  const setup = readModel(command);
  const text = command.text ?? (await readText(stdin, command.encoding));
  const analyzer = await openAnalyzer(setup);
  try {
    const words = command.explain ? analyzer.explain(text).words : undefined;
    if (command.json === undefined) {
      return (
        describe(text, analyzer.analyzeDocument(text), isColoured) + (words ? listOf(words, isColoured) : '')
      );
    }
    const fields = command.json.fields ?? FIELDS.slice(0, 4);
    const { sentences, ...whole } = analyzer.analyzeDocument(text);
    const parts = sentences.map(({ start, end, ...sentence }) => ({
      start,
      end,
      ...pickFields(sentence, fields),
    }));
    const shares = words?.map(({ start, end, share }) => ({ start, end, share: rounded(share) }));
    return `${JSON.stringify({ ...pickFields(whole, fields), sentences: parts, words: shares })}\n`;
  } finally {
    analyzer.dispose();
  }
}

/** Whether a text is, by oversight, the name of a file. */
export function isFileName(text: string): boolean {
  try {
    return statSync(text).isFile();
  } catch {
    return false;
  }
}

async function readText(stdin: TextInput, encoding: Encoding | undefined): Promise<string> {
  const decoder = new PartDecoder(encoding);
  const parts: string[] = [];
  let length = 0;
  for await (const bytes of stdin) {
    length += bytes.length;
    if (length > MOST_BYTES) {
      throw new Failure('standard input: too long for one text; --lines reads one per line');
    }
    parts.push(decoder.push(bytes));
  }
  return parts.join('') + decoder.end();
}
