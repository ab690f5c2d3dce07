const rate = (value) => `${value.toFixed(1)} %`;

/** A failure rate per behaviour (rows) and analyzer (columns), with the totals last. */
export function table(behaviours, results, verbose) {
  const shown = new Map(results.flatMap((result) => result.behaviours.map(({ id, cases }) => [id, cases])));
  const rows = [['behaviour', 'cases', ...results.map(({ name }) => name)]];
  let group = '';
  for (const behaviour of behaviours) {
    if (!shown.has(behaviour.id)) continue;
    if (behaviour.group !== group) rows.push([(group = behaviour.group)]);
    const rates = results.map((result) => rate(result.behaviours.find(({ id }) => id === behaviour.id).rate));
    rows.push([`  ${behaviour.id}`, String(shown.get(behaviour.id)), ...rates]);
  }
  rows.push(['all', String(results[0]?.cases ?? 0), ...results.map((result) => rate(result.rate))]);
  for (const kind of ['label', 'same', 'order'])
    rows.push([`  ${kind}`, '', ...results.map((result) => rate(result.kinds[kind]))]);
  rows.push(['worst', '', ...results.map((result) => rate(result.worst.rate))]);
  rows.push([
    'over 15 %',
    '',
    ...results.map((result) => String(result.behaviours.filter((b) => b.rate > 15).length)),
  ]);

  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map((row) => (row.length > 1 ? (row[column]?.length ?? 0) : 0))),
  );
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...(verbose ? results.flatMap(failures) : [])].join('\n') + '\n';
}

function failures(result) {
  return result.behaviours
    .filter(({ examples }) => examples.length > 0)
    .flatMap(({ id, examples }) => [
      '',
      `${result.name}: ${id}`,
      ...examples.map(({ texts, reason }) => `  ${texts.join('\n  ')}\n    -> ${reason}`),
    ]);
}
