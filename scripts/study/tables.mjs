// The tables of the study, from its JSON: models/results/quantization/README.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const GROUPS = {
  shipped: 'As shipped',
  'scheme-8': 'Scheme and granularity, 8 bits',
  'scheme-4': 'Scheme and granularity, 4 bits',
  'range-8': 'Range, 8 bits',
  'range-4': 'Range, 4 bits',
  'rounding-8': 'Rounding, 8 bits',
  'rounding-4': 'Rounding, 4 bits',
  'bits-minmax': 'Bits, min-max',
  'bits-mse': 'Bits, least squared error',
  budget: 'Widths chosen within a budget',
  'prune-model': 'Magnitude pruning, one threshold, 8 bits',
  'prune-tensor': 'Magnitude pruning, each tensor, 8 bits',
  neurons: 'Whole neurons removed, 8 bits',
  activations: 'Activation ranges, 8 bits',
  search: 'Random search over clipping ranges',
  combinations: 'Combinations',
};

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const percent = (share, digits = 1) => (100 * share).toFixed(digits);
const HEAD = [
  '| | bytes, kB | brotli, kB | SST-2 | TweetEval recall | agrees | logit error | SQNR, dB | µs | path |',
  '|---|---|---|---|---|---|---|---|---|---|',
];

function line(label, row) {
  const { sets, weights } = row;
  const cells = [
    label,
    kilobytes(row.bytes),
    kilobytes(row.brotli),
    percent(sets.sst2_dev.accuracy),
    percent(sets.tweeteval_dev.recall),
    percent(row.agreement),
    row.logitError.toFixed(3),
    weights ? weights.sqnr.toFixed(1) : '',
    row.microseconds.toFixed(0),
    row.path === 'scalar' ? `scalar (${sets.sst2_dev.texts} texts a set)` : row.path,
  ];
  return `| ${cells.join(' | ')} |`;
}

const titleOf = (model) =>
  model.endsWith('.ptq') ? `${model.replace('.ptq', '')}, before quantization-aware training` : model;

function modelTables({ model, texts, float, rows }) {
  const parts = [
    `## ${titleOf(model)}`,
    '',
    `Texts: ${Object.entries(texts)
      .map(([set, count]) => `${set} ${count}`)
      .join(', ')}. Kernels: ${float.kernels}.`,
  ];
  for (const [group, title] of Object.entries(GROUPS)) {
    const members = rows.filter((row) => row.group === group);
    if (members.length === 0) continue;
    parts.push('', `### ${title}`, '', ...HEAD);
    if (group === 'shipped') parts.push(line('float', float));
    parts.push(...members.map((row) => line(row.label, row)));
  }
  return parts.join('\n');
}

const INTRODUCTION = `# Quantization study: all figures

Written by \`npm run study:quantization\`; docs/QUANTIZATION.md says what they mean. SST-2: accuracy in percent, two
classes. TweetEval: macro recall in percent, three classes. "Agrees": labels equal to the float model's, percent.
"Logit error": mean absolute difference to the float model's logits. SQNR: signal to noise of the weights, mean over
all. µs: for a text of 32 tokens in Node, one text at a time, the best
of six medians. Brotli at quality 9.
`;

export function writeTables(folder, studies) {
  writeFileSync(join(folder, 'README.md'), `${[INTRODUCTION, ...studies.map(modelTables)].join('\n')}\n`);
}
