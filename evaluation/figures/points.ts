// The points of the accuracy chart, from the committed results: our models, and what a visitor could take instead.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModelName } from '../../web/lib/index.js';
import { modelFileName, PRECISIONS } from '../../web/lib/variants.js';
import type { Point } from '../chart/accuracy.js';
import { downloadBytes } from './download.js';
import type { LexiconResults } from '../peers/results.js';
import { type Evaluation, readEvaluations, resultsFolder } from '../results.js';

/** The models that the package ships; the others are the families of the comparison. */
const SHIPPED: ReadonlySet<string> = new Set<ModelName>(['small', 'nano']);

/** Figures from other people's publications: models/results/peers.json. */
export interface Published {
  name: string;
  /** SST-2 accuracy in percent. */
  sst2: number;
  /** The set that it was counted on. */
  split: 'dev' | 'test';
  bytes: number;
  /** Everything that a page needs, or one byte per parameter and nothing else. */
  counts: 'page' | 'weights';
  source: string;
}

async function ourPoints(root: string, models: string, { model, sets }: Evaluation): Promise<Point[]> {
  const points: Point[] = [];
  for (const precision of PRECISIONS) {
    const set = sets.sst2_dev;
    const accuracy = set?.[precision]?.accuracy;
    const bytes = await downloadBytes(root, join(models, modelFileName(model, precision)), precision);
    if (!set || accuracy === undefined || bytes === undefined) continue;
    const texts = set.texts.toLocaleString('en');
    points.push({
      name: model,
      kind: precision,
      isShipped: precision === 'int8' && SHIPPED.has(model),
      bytes,
      accuracy,
      source: `Measured by this project (npm run evaluate): ${texts} held-out film sentences; model, engine and library, brotli`,
    });
  }
  return points;
}

function publishedPoint({ name, sst2, split, bytes, counts, source }: Published): Point {
  return {
    name,
    kind: counts === 'page' ? 'package' : 'weights',
    isShipped: false,
    bytes,
    accuracy: sst2 / 100,
    source: `${source}${split === 'dev' ? '' : ` (on the ${split} sentences)`}`,
  };
}

function lexiconPoints({ command, peers }: LexiconResults): Point[] {
  return peers.map(({ name, version, downloadBytes: bytes, sets }) => ({
    name,
    kind: 'package',
    isShipped: false,
    bytes,
    accuracy: sets.sst2_dev.tiesHalf / 100,
    source: `Measured by this project (${command}): ${name} ${version}; an undecided answer counts half`,
  }));
}

/** All points. `models` is the folder of the blobs; a model without a blob there has no point. */
export async function accuracyPoints(root: string, models: string): Promise<Point[]> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(resultsFolder(root), name), 'utf8'));
  const ours = await Promise.all(readEvaluations(root).map((one) => ourPoints(root, models, one)));
  const { peers } = read('peers.json') as { peers: Published[] };
  const lexicons = read('lexicons.json') as LexiconResults;
  return [...ours.flat(), ...peers.map(publishedPoint), ...lexiconPoints(lexicons)];
}
