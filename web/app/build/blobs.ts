import { readdirSync, statSync } from 'node:fs';
import type { Plugin } from 'vite';
import { virtualModule } from './virtual.js';

/** The module `virtual:blobs`: every blob of a folder as a file of the page, and its size. */
export function blobs(folder: string): Plugin {
  return virtualModule('virtual:blobs', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.sbm'));
    const imports = files.map((file, i) => `import url${i} from ${JSON.stringify(`${folder}/${file}?url`)};`);
    const entries = files.map((file, i) => {
      const model = JSON.stringify(file.replace(/(\.float)?\.sbm$/, ''));
      const precision = file.endsWith('.float.sbm') ? 'float' : 'int8';
      const { size } = statSync(`${folder}/${file}`);
      return `{ model: ${model}, precision: '${precision}', url: url${i}, bytes: ${size} },`;
    });
    return `${imports.join('\n')}\nexport const blobs = [\n${entries.join('\n')}\n];\n`;
  });
}
