// The figures of the study, from its JSON.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineChart } from './chart.mjs';

const ACCURACY = ({ sets }) => 100 * sets.sst2_dev.accuracy;

/** The rows of a group over their x, one line a model. */
function overGroup(studies, group, of = ACCURACY) {
  return studies.flatMap(({ model, rows }, colour) => {
    const points = rows.filter((row) => row.group === group).map((row) => [row.x, of(row)]);
    return points.length > 1 ? [{ name: model, colour, points }] : [];
  });
}

function bits(studies) {
  return lineChart(overGroup(studies, 'bits-mse'), {
    x: 'bits a weight, all tensors alike',
    y: 'SST-2 accuracy, %',
    xTicks: [2, 3, 4, 5, 6, 7, 8],
    caption: 'Accuracy against bits. One range a channel, chosen for the least squared error.',
  });
}

function rangesAndBits(studies) {
  const chosen = studies.find(({ model }) => model === 'small') ?? studies[0];
  const line = (group, name, colour) => ({
    name,
    colour,
    points: chosen.rows.filter((row) => row.group === group).map((row) => [row.x, 100 * row.agreement]),
  });
  return lineChart(
    [line('bits-mse', 'least error', 0), line('bits-minmax', 'min-max', 1), line('budget', 'shared out', 2)],
    {
      x: 'bits a weight (shared out: the bytes of that width)',
      y: 'labels that agree with float, %',
      xTicks: [2, 3, 4, 5, 6, 7, 8],
      caption: `How the range and the choice of width matter below 8 bits (${chosen.model}).`,
    },
  );
}

function pruning(studies) {
  const whole = overGroup(studies, 'prune-model');
  return lineChart(
    whole.map(({ points, ...rest }) => {
      const { rows } = studies.find(({ model }) => model === rest.name);
      const unpruned = rows.find(({ id }) => id === 'bits-minmax-8');
      return { ...rest, points: [[0, ACCURACY(unpruned)], ...points] };
    }),
    {
      x: 'weights set to zero, %',
      y: 'SST-2 accuracy, %',
      xTicks: [0, 20, 40, 60, 80, 90],
      caption: 'Accuracy against pruning by magnitude, one threshold for the model, 8 bits.',
    },
  );
}

function pruningBytes(studies) {
  const series = overGroup(studies, 'prune-model', (row) => row.bytes);
  return lineChart(
    series.map(({ points, ...rest }) => {
      const { rows } = studies.find(({ model }) => model === rest.name);
      const unpruned = rows.find(({ id }) => id === 'bits-minmax-8').bytes;
      return { ...rest, points: [[0, 100], ...points.map(([x, bytes]) => [x, (100 * bytes) / unpruned])] };
    }),
    {
      x: 'weights set to zero, %',
      y: 'bytes of the blob, % of the unpruned 8-bit blob',
      xTicks: [0, 20, 40, 60, 80, 90],
      caption: 'What pruning saves: the bitmap of a sparse tensor costs a bit for every weight.',
    },
  );
}

const FIGURES = { bits, 'bits-ranges': rangesAndBits, pruning, 'pruning-bytes': pruningBytes };

/** Figures that lack their rows are left as they are. */
export function drawFigures(folder, studies) {
  for (const [name, draw] of Object.entries(FIGURES)) {
    const complete = studies.filter(({ rows }) =>
      ['bits-mse', 'bits-minmax', 'budget', 'prune-model'].every((group) =>
        rows.some((row) => row.group === group),
      ),
    );
    if (complete.length === 0) continue;
    writeFileSync(join(folder, `${name}.svg`), draw(complete));
  }
}
