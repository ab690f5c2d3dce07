// npm run bench:peers: accuracy and download of the lexicon peers. Needs "npm ci" here and a folder with the dev sets.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type DataRow, readRows } from '../data.js';
import { messageOf } from '../failure.js';
import { threeWay } from '../metrics.js';
import { named } from '../paths.js';
import { loadPeers, type Peer } from './lexicons.js';
import { threeClasses, twoClasses } from './metrics.js';
import type { LexiconResult, LexiconResults } from './results.js';
import { downloadBytes } from './size.js';

const HELP = `Usage: npm run bench:peers -- --data DIR [--out FILE]

  --data DIR   folder with sst2_dev.tsv[.xz] and tweeteval_dev.tsv[.xz]
  --out FILE   write the figures as JSON (models/results/lexicons.json feeds the figure)
`;

function readSet(folder: string, name: string): Promise<DataRow[]> {
  const file = [`${name}.tsv`, `${name}.tsv.xz`].map((base) => join(folder, base)).find(existsSync);
  if (file === undefined) throw new Error(`no ${name}.tsv or ${name}.tsv.xz in ${folder}`);
  return readRows(file);
}

interface DevSets {
  sst2_dev: DataRow[];
  tweeteval_dev: DataRow[];
}

async function measure(peer: Peer, sets: DevSets): Promise<LexiconResult> {
  const labels = (rows: readonly DataRow[]): number[] => rows.map(({ label }) => label);
  const predicted = (rows: readonly DataRow[]): number[] =>
    rows.map(({ text }) => threeWay(peer.analyze(text)));
  return {
    name: peer.package,
    version: peer.version,
    downloadBytes: await downloadBytes(peer.package),
    sets: {
      sst2_dev: twoClasses(labels(sets.sst2_dev), predicted(sets.sst2_dev)),
      tweeteval_dev: threeClasses(labels(sets.tweeteval_dev), predicted(sets.tweeteval_dev)),
    },
  };
}

function print(results: readonly LexiconResult[]): void {
  const cell = (value: number): string => value.toFixed(1).padStart(6);
  process.stdout.write(
    '                   download   SST-2 ties wrong/half   TweetEval accuracy/F1/recall\n',
  );
  for (const { name, downloadBytes: bytes, sets } of results) {
    const { sst2_dev: two, tweeteval_dev: three } = sets;
    const size = `${(bytes / 1000).toFixed(1)} kB`.padStart(9);
    const figures = [two.tiesWrong, two.tiesHalf, three.accuracy, three.macroF1, three.macroRecall].map(cell);
    process.stdout.write(`${name.padEnd(17)} ${size}   ${figures.join(' ')}\n`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help || values.data === undefined) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const folder = named(values.data);
  const sets: DevSets = {
    sst2_dev: await readSet(folder, 'sst2_dev'),
    tweeteval_dev: await readSet(folder, 'tweeteval_dev'),
  };
  const peers: LexiconResult[] = [];
  for (const peer of loadPeers()) peers.push(await measure(peer, sets));
  print(peers);
  if (values.out) {
    const rows = { sst2_dev: sets.sst2_dev.length, tweeteval_dev: sets.tweeteval_dev.length };
    const results: LexiconResults = { command: 'npm run bench:peers', rows, peers };
    writeFileSync(named(values.out), `${JSON.stringify(results, null, 2)}\n`);
  }
}

try {
  await main();
} catch (error) {
  process.stderr.write(`bench:peers: ${messageOf(error)}\n`);
  process.exitCode = 2;
}
