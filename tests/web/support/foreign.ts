import { readFileSync } from 'node:fs';

/** Texts that an English model cannot read, by language. */
export function readForeign(): Map<string, string[]> {
  const file = new URL('../../golden/foreign/texts.txt', import.meta.url);
  const texts = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) texts.set(line.slice(3), (current = []));
    else if (line !== '' && !line.startsWith('# ')) current.push(line);
  }
  return texts;
}
