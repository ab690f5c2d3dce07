/**
 * A long text in an editable element is laid out whole at each key, unless it lies in blocks: then one of them is. A block
 * holds some lines, or a part of one that is very long; such a part is `isJoined` to the block before it, and the text
 * has no line break there although the field shows one.
 */
export interface Block {
  text: string;
  isJoined: boolean;
}

/** Characters that a block holds at most: some twenty lines, laid out in a few milliseconds. */
export const BLOCK_LENGTH = 1500;

/** Where to cut a part of a line at the latest at `end`: behind a space if there is one, never within a surrogate pair. */
function cutBefore(part: string, end: number): number {
  const space = part.lastIndexOf(' ', end - 1);
  if (space > 0) return space + 1;
  const last = part.charCodeAt(end - 1);
  return last >= 0xd800 && last <= 0xdbff && end > 1 ? end - 1 : end;
}

/** Cuts a text into blocks; `joinBlocks` puts it together again. */
export function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  let isJoined = false;
  for (;;) {
    if (text.length - start <= BLOCK_LENGTH) {
      blocks.push({ text: text.slice(start), isJoined });
      return blocks;
    }
    // A search in the whole text would go back to its beginning where there is nothing to be found.
    const next = text.slice(start, start + BLOCK_LENGTH + 1);
    const newline = next.lastIndexOf('\n');
    const end = newline >= 0 ? newline : cutBefore(next, BLOCK_LENGTH);
    blocks.push({ text: next.slice(0, end), isJoined });
    isJoined = newline < 0;
    start += isJoined ? end : end + 1;
  }
}

/** The text that the blocks show. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map(({ text, isJoined }, i) => (i === 0 || isJoined ? text : `\n${text}`)).join('');
}
