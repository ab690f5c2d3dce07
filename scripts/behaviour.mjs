#!/usr/bin/env node
// Runs the behaviour suite (tests/behaviour/) and prints a failure rate per behaviour, and how far labels and scores
// move when nothing but the name of a group of people changes.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadSuite } from '../tests/behaviour/run/load.mjs';
import { analyzerColumns, peerColumns, scoresColumn } from '../tests/behaviour/run/columns.mjs';
import { updateDocument } from '../tests/behaviour/run/document.mjs';
import { resultsOf } from '../tests/behaviour/run/results.mjs';
import { everydayLines, fairnessTable, table } from '../tests/behaviour/run/table.mjs';

const HELP = `Usage: npm run behaviour -- [options]

  --model NAME       small (default), another of dist/models, or a file; may be repeated
  --precision P      int8, float or both (default)
  --kernels K        scalar, simd or relaxed (default: the best that runs here)
  --peers            the lexicon peers too (after npm ci in bench/peers)
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

const RESULTS = new URL('../models/results/behaviour.json', import.meta.url);

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

async function columns(texts) {
  if (options.scores) return Promise.all(options.scores.map((file) => scoresColumn(file, texts)));
  const result = [];
  if (!options['only-peers']) {
    const precisions = options.precision === 'both' ? ['int8', 'float'] : [options.precision];
    for (const model of options.model ?? ['small']) {
      result.push(...(await analyzerColumns({ model, precisions, kernels: options.kernels }, texts)));
    }
  }
  if (options.peers || options['only-peers']) result.push(...(await peerColumns(texts)));
  return result;
}

async function main() {
  if (options.help) return void process.stdout.write(HELP);
  const suite = await loadSuite();
  if (options.behaviour && (options.update || options.results))
    throw new Error('--update and --results are for the whole suite, without --behaviour');
  const wanted = options.behaviour && new Set(options.behaviour);
  for (const id of wanted ?? []) {
    if (!suite.behaviours.some((behaviour) => behaviour.id === id)) throw new Error(`no behaviour "${id}"`);
  }
  const cases = suite.allCases().filter((item) => !wanted || wanted.has(item.behaviour));
  const sets = wanted ? [] : suite.allVariantSets();
  const texts = [...new Set([...suite.textsOf(cases), ...sets.flatMap((set) => set.texts)])];
  if (options.export) {
    await writeFile(options.export, texts.join('\n') + '\n');
    process.stderr.write(`${cases.length} cases, ${texts.length} texts\n`);
    return;
  }

  const results = (await columns(texts)).map(({ name, judge }) => ({
    name,
    ...suite.judgeAll(cases, judge, Number(options.examples)),
    ...(sets.length > 0 ? { fairness: suite.judgeFairness(sets, judge) } : {}),
  }));
  if (options.json) process.stdout.write(JSON.stringify({ cases: cases.length, results }, null, 1) + '\n');
  else {
    process.stdout.write(table(suite.behaviours, results, options.verbose));
    process.stdout.write(everydayLines(suite, results));
    if (sets.length > 0) process.stdout.write(fairnessTable(results, options.verbose));
  }

  if (options.update) await updateDocument(options.update, suite, cases, results);
  if (options.results) {
    await writeFile(RESULTS, JSON.stringify(resultsOf(suite, results), null, 2) + '\n');
  }
  if (options.limits) {
    const limits = JSON.parse(await readFile(options.limits, 'utf8'));
    const over = results.flatMap((result) => suite.overLimits(result.name, result, limits));
    for (const line of over) process.stderr.write(`${line}\n`);
    if (over.length > 0) process.exitCode = 1;
  }
}

main().catch((error) => {
  process.stderr.write(`behaviour: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
