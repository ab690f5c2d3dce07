// What share of lines and branches the tests reach, folder by folder, and whether that is enough:
// node scripts/coverage.mjs COUNTS...   each a report of `llvm-cov export -summary-only` or of Jest's json-summary
// Fails where a folder is below the floors, or where no report speaks of it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Percent. */
const FLOORS = { lines: 95, branches: 88 };
const FOLDERS = ['engine/format', 'engine/nn', 'engine/kernels', 'web/lib'];

/** The files of a report of either kind: [path, { lines: { total, covered }, branches }]. */
function filesOf(report) {
  const fromLlvm = report.data?.[0].files.map(({ filename, summary }) => [
    filename,
    {
      lines: { total: summary.lines.count, covered: summary.lines.covered },
      branches: { total: summary.branches.count, covered: summary.branches.covered },
    },
  ]);
  return fromLlvm ?? Object.entries(report).filter(([path]) => path !== 'total');
}

/** One row for each folder under `root`: its files, and the percentage of each kind that was reached. */
export function sharesOf(reports, root) {
  const files = reports.flatMap(filesOf);
  return FOLDERS.map((folder) => {
    const within = files.filter(([path]) => path.startsWith(`${root}/${folder}/`));
    const percent = (kind) => {
      const sum = (what) => within.reduce((total, [, counts]) => total + counts[kind][what], 0);
      return (100 * sum('covered')) / sum('total');
    };
    return { folder, files: within.length, lines: percent('lines'), branches: percent('branches') };
  });
}

/** Rounded down: what is printed as 95.0 is at least that. */
const shown = (percent) => (Math.floor(percent * 10) / 10).toFixed(1);

/** What to print, and whether all is well. */
export function judge(shares) {
  const below = (share, kind) => !(share[kind] >= FLOORS[kind]);
  const isLow = (share) => below(share, 'lines') || below(share, 'branches');
  const lines = shares.map(
    (share) =>
      `${isLow(share) ? 'ERROR: ' : 'note: '}${share.folder}: ${shown(share.lines)} % of lines, ${shown(share.branches)} % of branches in ${share.files} files`,
  );
  if (shares.some(isLow)) lines.push(`The floors are ${FLOORS.lines} % and ${FLOORS.branches} %.`);
  return { lines, isEnough: !shares.some(isLow) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const reports = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, 'utf8')));
  const { lines, isEnough } = judge(sharesOf(reports, resolve('.')));
  console.log(lines.join('\n'));
  process.exit(isEnough ? 0 : 1);
}
