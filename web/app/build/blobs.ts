import { readdirSync, statSync } from 'node:fs';
import type { Plugin } from 'vite';
import { parseModelFileName } from '../../lib/variants.js';
import { virtualModule } from './virtual.js';

/** The module `virtual:blobs`: every blob of a folder as a file of the page, and its size. */
export function blobs(folder: string): Plugin {
  return virtualModule('virtual:blobs', () => {
    const imports: string[] = [];
    const entries: string[] = [];
    for (const file of readdirSync(folder)) {
      const named = parseModelFileName(file);
      if (!named) continue;
      const url = `url${imports.length}`;
      const { size: bytes } = statSync(`${folder}/${file}`);
      imports.push(`import ${url} from ${JSON.stringify(`${folder}/${file}?url`)};`);
      entries.push(`{ ...${JSON.stringify({ ...named, bytes })}, url: ${url} },`);
    }
    return `${imports.join('\n')}\nexport const blobs = [\n${entries.join('\n')}\n];\n`;
  });
}
