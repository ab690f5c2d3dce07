// The figures of the study, from its summary. What quantization after training does is shown on the networks as they were
// before quantization-aware training, where the study has them: afterwards the weights fit their shipped grid.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineChart, type Series } from '../chart/lines.js';
import { BEFORE } from './before.js';
import type { ModelStudy, Row } from './summary.js';
import { VARIANTS } from './variants.js';

const BITS = [2, 3, 4, 5, 6, 7, 8];
const ACCURACY = ({ sst2 }: Row): number => 100 * sst2;
const AGREEMENT = ({ agreement }: Row): number => 100 * agreement;

/** The rows of a group with their places on the x axis. */
function members({ rows }: ModelStudy, group: string): { x: number; row: Row }[] {
  return VARIANTS.flatMap((variant) => {
    const row = rows.get(variant.id);
    return variant.group === group && row ? [{ x: variant.x ?? 0, row }] : [];
  });
}

function points(study: ModelStudy, group: string, of: (row: Row) => number): [number, number][] {
  return members(study, group).map(({ x, row }) => [x, of(row)]);
}

/** The study of one network, with its plain name. */
interface Network {
  name: string;
  colour: number;
  study: ModelStudy;
}

/** One study per network; only those that have the group. */
function networks(studies: readonly ModelStudy[], group: string): Network[] {
  const has = (study: ModelStudy | undefined): study is ModelStudy =>
    study !== undefined && members(study, group).length > 1;
  const base = studies.filter(({ model }) => !model.endsWith(BEFORE));
  const names = new Set(studies.map(({ model }) => model.replace(BEFORE, '')));
  return [...names].flatMap((name, colour) => {
    const before = studies.find(({ model }) => model === name + BEFORE);
    const study = has(before) ? before : base.find(({ model }) => model === name);
    return has(study) ? [{ name, colour, study }] : [];
  });
}

function bits(studies: readonly ModelStudy[]): string {
  const series = networks(studies, 'bits-mse').map(({ name, colour, study }) => ({
    name,
    colour,
    points: points(study, 'bits-mse', ACCURACY),
  }));
  return lineChart(series, {
    x: 'bits a weight, all tensors alike',
    y: 'SST-2 accuracy, %',
    xTicks: BITS,
    caption: 'Accuracy against bits: one range per channel, chosen for the least squared error.',
  });
}

/** How the range and the choice of widths matter, on one network. */
function ranges({ name, study }: Network): string {
  const line = (group: string, title: string, colour: number): Series => ({
    name: title,
    colour,
    points: points(study, group, AGREEMENT),
  });
  const all = [
    line('bits-mse', 'least error', 0),
    line('bits-minmax', 'min-max', 1),
    line('budget', 'shared out', 2),
  ];
  return lineChart(
    all.filter((series) => series.points.length > 0),
    {
      x: 'bits a weight (shared out: the bytes of that width)',
      y: 'labels that agree with the float network, %',
      xTicks: BITS,
      caption: `${name}: how the range and the choice of widths matter below 8 bits.`,
    },
  );
}

/** Quantized after training, and trained for it. */
function training(name: string, before: ModelStudy, shipped: Row): string {
  return lineChart(
    [
      { name: 'least error', colour: 0, points: points(before, 'bits-mse', ACCURACY) },
      { name: 'min-max', colour: 1, points: points(before, 'bits-minmax', ACCURACY) },
      { name: 'trained for it', colour: 2, points: [[shipped.meanBits ?? 0, ACCURACY(shipped)]] },
    ],
    {
      x: 'bits a weight',
      y: 'SST-2 accuracy, %',
      xTicks: BITS,
      caption: `${name}: quantized after training (lines) and as shipped, trained at its widths (point).`,
    },
  );
}

function pruning(
  studies: readonly ModelStudy[],
  of: (row: Row, start: Row) => number,
  title: string,
  caption: string,
): string {
  const series = networks(studies, 'prune-tensor').flatMap(({ name, colour, study }): Series[] => {
    const start = study.rows.get('bits-minmax-8');
    if (!start) return [];
    const line = [{ x: 0, row: start }, ...members(study, 'prune-tensor')];
    return [{ name, colour, points: line.map(({ x, row }) => [x, of(row, start)]) }];
  });
  return lineChart(series, {
    x: 'weights set to zero, %',
    y: title,
    xTicks: [0, 20, 40, 60, 80, 90],
    caption,
  });
}

/** Figures whose rows are missing are left as they are. */
export function drawFigures(folder: string, studies: readonly ModelStudy[]): void {
  const draw = (name: string, svg: string): void => {
    writeFileSync(join(folder, `${name}.svg`), svg);
  };
  if (networks(studies, 'bits-mse').length > 0) draw('bits', bits(studies));
  if (networks(studies, 'prune-tensor').length > 0) {
    draw(
      'pruning',
      pruning(
        studies,
        ACCURACY,
        'SST-2 accuracy, %',
        'Accuracy against pruning by magnitude, the same share of each tensor, 8 bits.',
      ),
    );
    draw(
      'pruning-bytes',
      pruning(
        studies,
        (row, start) => (100 * row.bytes) / start.bytes,
        'bytes of the blob, % of the unpruned',
        'What pruning saves: the bitmap of a sparse tensor costs a bit for every weight.',
      ),
    );
  }
  for (const name of ['small', 'nano']) {
    const network = networks(studies, 'bits-minmax').find((one) => one.name === name);
    if (network && members(network.study, 'bits-mse').length > 0) draw(`ranges-${name}`, ranges(network));
    const before = studies.find(({ model }) => model === name + BEFORE);
    const shipped = studies.find(({ model }) => model === name)?.rows.get('shipped');
    if (before && shipped && members(before, 'bits-mse').length > 0)
      draw(`training-${name}`, training(name, before, shipped));
  }
}
