// The figures of the study, from its JSON. What quantization after training does is shown on the networks as they were
// before quantization-aware training, where the study has them: afterwards the weights fit their shipped grid.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineChart } from './chart.mjs';

const PRETRAINED = '.ptq';
const BITS = [2, 3, 4, 5, 6, 7, 8];
const ACCURACY = ({ sets }) => 100 * sets.sst2_dev.accuracy;
const AGREEMENT = ({ agreement }) => 100 * agreement;

const members = ({ rows }, group) => rows.filter((row) => row.group === group);
const points = (study, group, of) => members(study, group).map((row) => [row.x, of(row)]);
const rowOf = ({ rows }, id) => rows.find((row) => row.id === id);

/** One study a network, with its plain name; only those that have the group. */
function networks(studies, group) {
  const has = (study) => study !== undefined && members(study, group).length > 1;
  const base = studies.filter(({ model }) => !model.endsWith(PRETRAINED));
  const names = new Set(studies.map(({ model }) => model.replace(PRETRAINED, '')));
  return [...names].flatMap((name, colour) => {
    const before = studies.find(({ model }) => model === name + PRETRAINED);
    const study = has(before) ? before : base.find(({ model }) => model === name);
    return has(study) ? [{ ...study, name, colour }] : [];
  });
}

function bits(studies) {
  const series = networks(studies, 'bits-mse').map((study) => ({
    name: study.name,
    colour: study.colour,
    points: points(study, 'bits-mse', ACCURACY),
  }));
  return lineChart(series, {
    x: 'bits a weight, all tensors alike',
    y: 'SST-2 accuracy, %',
    xTicks: BITS,
    caption: 'Accuracy against bits: one range a channel, chosen for the least squared error.',
  });
}

/** How the range and the choice of widths matter, on one network. */
function ranges(studies, name) {
  const study = networks(studies, 'bits-mse').find((one) => one.name === name);
  const line = (group, title, colour) => ({ name: title, colour, points: points(study, group, AGREEMENT) });
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
function training(studies, name) {
  const [before, after] = [name + PRETRAINED, name].map((one) => studies.find(({ model }) => model === one));
  const shipped = rowOf(after, 'shipped');
  return lineChart(
    [
      { name: 'least error', colour: 0, points: points(before, 'bits-mse', ACCURACY) },
      { name: 'min-max', colour: 1, points: points(before, 'bits-minmax', ACCURACY) },
      { name: 'trained for it', colour: 2, points: [[shipped.weights.meanBits, ACCURACY(shipped)]] },
    ],
    {
      x: 'bits a weight',
      y: 'SST-2 accuracy, %',
      xTicks: BITS,
      caption: `${name}: quantized after training (lines) and as shipped, trained at its widths (point).`,
    },
  );
}

function pruning(studies, of, title, caption) {
  const series = networks(studies, 'prune-model').map((study) => {
    const start = rowOf(study, 'bits-minmax-8');
    const line = [[0, start], ...members(study, 'prune-model').map((row) => [row.x, row])];
    return { name: study.name, colour: study.colour, points: line.map(([x, row]) => [x, of(row, start)]) };
  });
  return lineChart(series, {
    x: 'weights set to zero, %',
    y: title,
    xTicks: [0, 20, 40, 60, 80, 90],
    caption,
  });
}

/** Figures whose rows are missing are left as they are. */
export function drawFigures(folder, studies) {
  const has = (name, group) =>
    studies.some((study) => study.model === name && members(study, group).length > 0);
  const draw = (name, svg) => writeFileSync(join(folder, `${name}.svg`), svg);
  if (networks(studies, 'bits-mse').length > 0) draw('bits', bits(studies));
  if (networks(studies, 'prune-model').length > 0) {
    draw(
      'pruning',
      pruning(
        studies,
        ACCURACY,
        'SST-2 accuracy, %',
        'Accuracy against pruning by magnitude, one threshold, 8 bits.',
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
    if (network && members(network, 'bits-mse').length > 0) draw(`ranges-${name}`, ranges(studies, name));
    if (has(name, 'shipped') && has(name + PRETRAINED, 'bits-mse'))
      draw(`training-${name}`, training(studies, name));
  }
}
