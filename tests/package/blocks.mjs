// The code blocks of a Markdown document. What follows the language names the file that the block is, or shall be:
//
//   ```js examples/html/main.js     the same text as that file of the repository
//   ```js sw.js                     a file beside those of the blocks around it
import { readFileSync } from 'node:fs';

/** The blocks of a document: `{ document, line, language, file, text }`. */
export function blocksOf(document) {
  const lines = readFileSync(document, 'utf8').split('\n');
  const blocks = [];
  let open;
  lines.forEach((line, at) => {
    const fence = /^```(\w*) ?(.*)$/.exec(line);
    if (!fence) open?.lines.push(line);
    else if (open) {
      const { lines: inside, ...block } = open;
      blocks.push({ ...block, text: `${inside.join('\n')}\n` });
      open = undefined;
    } else open = { document, line: at + 1, language: fence[1], file: fence[2], lines: [] };
  });
  return blocks;
}

/** The lines of a document that are code by their indent alone: they have no language, and nothing can run them. */
export function indentedCode(document) {
  const lines = readFileSync(document, 'utf8').split('\n');
  let isOpen = false;
  return lines.filter((line, at) => {
    if (line.startsWith('```')) isOpen = !isOpen;
    return !isOpen && /^ {4}\S/.test(line) && (lines[at - 1] ?? '') === '';
  });
}
