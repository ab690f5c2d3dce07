/** The one of `names`, which are not none, that takes the fewest changes to be written as `name`. */
export function nearest(name: string, names: readonly string[]): string {
  const asked = name.slice(0, 40).toLowerCase();
  const distances = names.map((known) => distance(asked, known.toLowerCase()));
  return names[distances.indexOf(Math.min(...distances))]!;
}

/** Letters put in, left out or replaced (Levenshtein), row by row. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, i) => i);
  for (let i = 1; i <= from.length; ++i) {
    const next = [i];
    for (let j = 1; j <= to.length; ++j) {
      const replaced = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[to.length]!;
}
