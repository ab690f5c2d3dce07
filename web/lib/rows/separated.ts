/** What may stand between two cells. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** One row as CSV, without its line's end; cells are quoted where they must be. */
export function separatedRow(cells: readonly string[], separator: Separator): string {
  // A lone empty cell would be an empty line, which readers pass over.
  if (cells.length === 1 && cells[0] === '') return '""';
  return cells.map((cell) => separatedCell(cell, separator)).join(separator);
}

function separatedCell(cell: string, separator: Separator): string {
  const isPlain = !/["\r\n]|^\s|\s$/.test(cell) && !cell.includes(separator);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}
