// npm run behaviour: prints a failure rate per behaviour, and how far labels and scores
// move when nothing but the name of a group of people changes.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../failure.js';
import { kernelsOf, precisionsOf } from '../models.js';
import { named, root } from '../paths.js';
import { resultsFolder } from '../results.js';
import { analyzerColumns, type Column, peerColumns, scoresColumn } from './columns.js';
import { updateDocument } from './document.js';
import {
  allCases,
  allVariantSets,
  behaviours,
  judgeAll,
  judgeFairness,
  type Limits,
  overLimits,
  textsOf,
} from './index.js';
import { isWhole, type Result, resultsOf } from './results.js';
import { everydayLines, fairnessTable, table } from './table.js';

const HELP = `Usage: npm run behaviour -- [options]

  --model NAME       small (default), another of dist/models, or a file; may be repeated
  --precision P      int8, float or both (default)
  --kernels K        scalar, simd or relaxed (default: the best that runs here)
  --peers            the lexicon peers too (after npm ci in evaluation/peers)
  --only-peers       the peers alone
  --behaviour ID     only these behaviours, without the fairness figures; may be repeated
  --examples N       failing cases kept per behaviour (default 3; printed with --verbose)
  --verbose          print the failing examples
  --json             a JSON document instead of the table
  --update FILE      rewrite the tables in a Markdown file (docs/BEHAVIOUR.md)
  --results          write the rates and figures to models/results/behaviour.json
  --limits FILE      fail where a model is over its limits in this file

Without a blob, for a model in training:
  --export FILE      write every text of the suite, one per line, and stop
  --scores FILE      judge results read from FILE: a JSON object per line, in the order of the
                     export, with "label" and "score"
`;

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', multiple: true },
    precision: { type: 'string', default: 'both' },
    kernels: { type: 'string' },
    peers: { type: 'boolean', default: false },
    'only-peers': { type: 'boolean', default: false },
    behaviour: { type: 'string', multiple: true },
    examples: { type: 'string', default: '3' },
    verbose: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    limits: { type: 'string' },
    update: { type: 'string' },
    results: { type: 'boolean', default: false },
    export: { type: 'string' },
    scores: { type: 'string', multiple: true },
    help: { type: 'boolean', default: false },
  },
});

async function columns(texts: readonly string[]): Promise<Column[]> {
  if (options.scores) return Promise.all(options.scores.map((file) => scoresColumn(named(file), texts)));
  const result: Column[] = [];
  if (!options['only-peers']) {
    const precisions = precisionsOf(options.precision);
    if (!precisions) throw new Error(`--precision must be int8, float or both, not "${options.precision}"`);
    const kernels = options.kernels === undefined ? undefined : kernelsOf(options.kernels);
    if (options.kernels !== undefined && !kernels)
      throw new Error(`--kernels must be scalar, simd or relaxed, not "${options.kernels}"`);
    for (const model of options.model ?? ['small']) {
      result.push(...(await analyzerColumns(model, precisions, kernels, texts)));
    }
  }
  if (options.peers || options['only-peers']) result.push(...peerColumns(texts));
  return result;
}

async function main(): Promise<void> {
  if (options.help) {
    process.stdout.write(HELP);
    return;
  }
  if (options.behaviour && (options.update || options.results))
    throw new Error('--update and --results are for the whole suite, without --behaviour');
  const wanted = options.behaviour && new Set(options.behaviour);
  for (const id of wanted ?? []) {
    if (!behaviours.some((behaviour) => behaviour.id === id)) throw new Error(`no behaviour "${id}"`);
  }
  const cases = allCases().filter((item) => !wanted || wanted.has(item.behaviour));
  const sets = wanted ? [] : allVariantSets();
  const texts = [...new Set([...textsOf(cases), ...sets.flatMap((set) => set.texts)])];
  if (options.export) {
    await writeFile(named(options.export), texts.join('\n') + '\n');
    process.stderr.write(`${cases.length} cases, ${texts.length} texts\n`);
    return;
  }

  const results = (await columns(texts)).map(({ name, judge }): Result => ({
    name,
    ...judgeAll(cases, judge, Number(options.examples)),
    ...(sets.length > 0 ? { fairness: judgeFairness(sets, judge) } : {}),
  }));
  if (options.json) process.stdout.write(JSON.stringify({ cases: cases.length, results }, null, 1) + '\n');
  else {
    process.stdout.write(table(results, options.verbose));
    process.stdout.write(everydayLines(results));
    const whole = results.filter(isWhole);
    if (whole.length > 0) process.stdout.write(fairnessTable(whole, options.verbose));
  }

  if (options.update) await updateDocument(named(options.update), cases, results.filter(isWhole));
  if (options.results) {
    const kept = JSON.stringify(resultsOf(results.filter(isWhole)), null, 2);
    await writeFile(join(resultsFolder(root), 'behaviour.json'), `${kept}\n`);
  }
  if (options.limits) {
    const limits = JSON.parse(await readFile(named(options.limits), 'utf8')) as Limits;
    const over = results.flatMap((result) => overLimits(result.name, result, limits));
    for (const line of over) process.stderr.write(`${line}\n`);
    if (over.length > 0) process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`behaviour: ${messageOf(error)}\n`);
  process.exitCode = 2;
}
