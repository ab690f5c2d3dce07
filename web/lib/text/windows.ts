/** A part of a text's pieces, `[from, to)`, that the model sees at once. */
export interface Window {
  from: number;
  to: number;
}

/** What cutting needs to know of the pieces: where each begins in the text, and whether it goes on a word. */
export interface PieceList {
  readonly starts: Uint32Array;
  readonly length: number;
  goesOn(index: number): boolean;
}

/**
 * Packs all pieces of a text into windows of at most `longest` pieces: whole sentences as long as they fit, and a sentence
 * that is longer than a window in about equal parts, cut between words where there are any.
 * @param sentenceStarts where each sentence begins in the text, in order
 */
export function packWindows(pieces: PieceList, sentenceStarts: readonly number[], longest: number): Window[] {
  const windows: Window[] = [];
  let from = 0;
  /** The last sentence boundary seen, in pieces: where the window in progress may end. */
  let fits = 0;
  for (const boundary of boundaries(pieces, sentenceStarts)) {
    if (boundary - from > longest && fits > from) {
      windows.push({ from, to: fits });
      from = fits;
    }
    if (boundary - from > longest) {
      cutEvenly(pieces, from, boundary, longest, windows);
      from = boundary;
    }
    fits = boundary;
  }
  if (from < pieces.length) windows.push({ from, to: pieces.length });
  return windows;
}

/** Where sentences end, as indices of pieces, ascending; the last is the number of pieces. */
function* boundaries(pieces: PieceList, sentenceStarts: readonly number[]): Generator<number> {
  let piece = 0;
  for (const start of sentenceStarts) {
    const before = piece;
    while (piece < pieces.length && pieces.starts[piece]! < start) ++piece;
    if (piece > before) yield piece;
  }
  if (piece < pieces.length) yield pieces.length;
}

/** Cuts `[from, to)`, which is longer than `longest`, into about as few windows as hold it. */
function cutEvenly(pieces: PieceList, from: number, to: number, longest: number, windows: Window[]): void {
  let first = from;
  for (let left = Math.ceil((to - from) / longest); first < to; left = Math.max(1, left - 1)) {
    const size = Math.min(longest, Math.ceil((to - first) / left));
    const end = first + size < to ? wordBefore(pieces, first, first + size) : to;
    windows.push({ from: first, to: end });
    first = end;
  }
}

/** The last beginning of a word up to `end`; `end` itself where going back would halve the window `[first, end)`. */
function wordBefore(pieces: PieceList, first: number, end: number): number {
  const earliest = first + Math.ceil((end - first) / 2);
  for (let word = end; word >= earliest; --word) if (!pieces.goesOn(word)) return word;
  return end;
}
