#!/usr/bin/env node
// Accuracy and download of the lexicon peers. Needs "npm ci" here and a folder with the dev sets.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readRows } from '../../scripts/evaluation/data.mjs';
import { threeWay } from '../../scripts/evaluation/metrics.mjs';
import { threeClasses, twoClasses } from './metrics.mjs';
import { loadPeers } from './peers.mjs';
import { downloadBytes } from './size.mjs';

const HELP = `Usage: npm run bench:peers -- --data DIR [--out FILE]

  --data DIR   folder with sst2_dev.tsv[.xz] and tweeteval_dev.tsv[.xz]
  --out FILE   write the figures as JSON (models/results/lexicons.json feeds the figure)
`;

const SETS = { sst2_dev: twoClasses, tweeteval_dev: threeClasses };

function setFile(folder, name) {
  const file = [`${name}.tsv`, `${name}.tsv.xz`].map((base) => join(folder, base)).find(existsSync);
  if (file === undefined) throw new Error(`no ${name}.tsv or ${name}.tsv.xz in ${folder}`);
  return file;
}

async function measure(peer, sets) {
  const figures = Object.fromEntries(
    Object.entries(sets).map(([name, rows]) => {
      const predicted = rows.map(({ text }) => threeWay(peer.analyze(text)));
      const labels = rows.map(({ label }) => label);
      return [name, SETS[name](labels, predicted)];
    }),
  );
  return {
    name: peer.package,
    version: peer.version,
    downloadBytes: await downloadBytes(peer.package),
    sets: figures,
  };
}

function print(results) {
  const cell = (value) => value.toFixed(1).padStart(6);
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

async function main() {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, out: { type: 'string' }, help: { type: 'boolean', default: false } },
  });
  if (values.help || values.data === undefined) {
    process.stdout.write(HELP);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const sets = {};
  for (const name of Object.keys(SETS)) sets[name] = await readRows(setFile(values.data, name));
  const results = [];
  for (const peer of loadPeers()) results.push(await measure(peer, sets));
  print(results);
  if (values.out) {
    const rows = Object.fromEntries(Object.entries(sets).map(([name, { length }]) => [name, length]));
    writeFileSync(
      values.out,
      JSON.stringify({ command: 'npm run bench:peers', rows, peers: results }, null, 2) + '\n',
    );
  }
}

main().catch((error) => {
  process.stderr.write(`bench:peers: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
