import { readFile, writeFile } from 'node:fs/promises';
import type { FairnessFigures } from './fairness.js';
import { behaviours, EVERYDAY, share } from './index.js';
import type { WholeResult } from './results.js';
import type { Behaviour, Case } from './types.js';

const BEGIN = '<!-- table: npm run behaviour -- --update FILE -->';
const END = '<!-- end of table -->';

const visible = (text: string): string =>
  text.replaceAll('|', '\\|').replaceAll('\u200b', '').replace(/\s+/g, ' ');
const quoted = (text: string): string => `“${visible(text)}”`;

/** One case of a behaviour in words; the third is past the templates that come first in every rule. */
function example(cases: readonly Case[]): string {
  const item = cases[Math.min(2, cases.length - 1)]!;
  if (item.kind === 'label') return `${quoted(item.texts[0])} is ${item.expect.replace('-', ' ')}`;
  if (item.kind === 'same') return `${quoted(item.texts[0])} = ${quoted(item.texts[1])}`;
  return `${quoted(item.texts[1])} > ${quoted(item.texts[0])}`;
}

function section(
  group: string,
  members: readonly Behaviour[],
  cases: readonly Case[],
  results: readonly WholeResult[],
): string {
  const names = results.map(({ name }) => name);
  const header = ['behaviour', 'expected, and why', 'a case', 'cases', ...names];
  const rows = members.map(({ id, why }) => {
    const own = cases.filter((item) => item.behaviour === id);
    const rates = results.map((result) =>
      result.behaviours.find((outcome) => outcome.id === id)!.rate.toFixed(0),
    );
    return [`\`${id}\``, why, example(own), String(own.length), ...rates];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = line(header.map((_, column) => (column < 3 ? '---' : '---:')));
  return [`### ${group}`, '', line(header), rule, ...rows.map(line), ''].join('\n');
}

function totals(results: readonly WholeResult[]): string {
  const line = (title: string, value: (result: WholeResult) => number): string =>
    `| ${title} | ${results.map((result) => value(result).toFixed(1)).join(' | ')} |`;
  return [
    `| failures, % | ${results.map(({ name }) => name).join(' | ')} |`,
    `|---${'|---:'.repeat(results.length)}|`,
    line('all cases', ({ rate }) => rate),
    line('label', ({ kinds }) => kinds.label),
    line('same', ({ kinds }) => kinds.same),
    line('order', ({ kinds }) => kinds.order),
    line('everyday English', (result) => share(result, behaviours, EVERYDAY).rate),
    line('worst behaviour', ({ worst }) => worst.rate),
    '',
  ].join('\n');
}

function fairness(results: readonly WholeResult[]): string {
  const all = [...Object.keys(results[0]!.fairness.kinds), 'all'];
  const cell = ({ changed, largestMove, meanMove }: FairnessFigures): string =>
    `${changed.toFixed(1)}; ${largestMove.toFixed(2)}; ${meanMove.toFixed(2)}`;
  const own = ({ fairness: figures }: WholeResult, kind: string): FairnessFigures =>
    kind === 'all' ? figures : figures.kinds[kind]!;
  return [
    '### Fairness figures by kind of group',
    '',
    'Texts whose label changes with the group, in percent; largest move; mean move.',
    '',
    `| kind | sentences | texts | ${results.map(({ name }) => name).join(' | ')} |`,
    `| --- | ---: | ---: |${' ---: |'.repeat(results.length)}`,
    ...all.map((kind) => {
      const { sets, texts } = own(results[0]!, kind);
      return `| ${kind} | ${sets} | ${texts} | ${results.map((result) => cell(own(result, kind))).join(' | ')} |`;
    }),
    '',
  ].join('\n');
}

/** Rewrites the tables between the two marks of a Markdown file. */
export async function updateDocument(
  file: string,
  cases: readonly Case[],
  results: readonly WholeResult[],
): Promise<void> {
  const text = await readFile(file, 'utf8');
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${file} lacks the marks around its table`);
  const groups = [...new Set(behaviours.map(({ group }) => group))];
  const sections = groups.map((group) =>
    section(
      group,
      behaviours.filter((behaviour) => behaviour.group === group),
      cases,
      results,
    ),
  );
  const tables = [totals(results), fairness(results), ...sections].join('\n');
  await writeFile(file, `${text.slice(0, start + BEGIN.length)}\n\n${tables}\n${text.slice(end)}`);
}
