import type { Window } from '../../../web/lib/text/windows.js';

/** What a `WindowPacker` does, said plainly of a list of pieces that is there whole. `sentenceEnds` are indices of pieces. */
export function plainWindows(
  goesOn: readonly boolean[],
  sentenceEnds: readonly number[],
  longest: number,
): Window[] {
  const windows: Window[] = [];
  let from = 0;
  let fits = 0;
  for (const end of [...sentenceEnds, goesOn.length]) {
    if (end - from > longest && fits > from) {
      windows.push({ from, to: fits });
      from = fits;
    }
    if (end - from > longest) {
      windows.push(...evenly(goesOn, from, end, longest));
      from = end;
    }
    fits = end;
  }
  if (from < goesOn.length) windows.push({ from, to: goesOn.length });
  return windows;
}

function evenly(goesOn: readonly boolean[], from: number, to: number, longest: number): Window[] {
  const windows: Window[] = [];
  let first = from;
  for (let left = Math.ceil((to - from) / longest); first < to; left = Math.max(1, left - 1)) {
    const size = Math.min(longest, Math.ceil((to - first) / left));
    let end = Math.min(to, first + size);
    if (end < to) {
      const earliest = first + Math.ceil(size / 2);
      let word = end;
      while (word >= earliest && goesOn[word]) --word;
      if (word >= earliest) end = word;
    }
    windows.push({ from: first, to: end });
    first = end;
  }
  return windows;
}
