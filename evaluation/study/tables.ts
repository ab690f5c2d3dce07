// All figures of the study as Markdown tables, from its summary.
import { BEFORE } from './before.js';
import type { ModelStudy, Row } from './summary.js';
import { VARIANTS } from './variants.js';

const GROUPS: Readonly<Record<string, string>> = {
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

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);
const percent = (share: number): string => (100 * share).toFixed(1);
const HEAD = [
  '| | bytes, kB | brotli, kB | SST-2 | TweetEval recall | agrees | logit error | SQNR, dB | µs | path |',
  '|---|---|---|---|---|---|---|---|---|---|',
];

function line(label: string, row: Row): string {
  const cells = [
    label,
    kilobytes(row.bytes),
    kilobytes(row.brotli),
    percent(row.sst2),
    percent(row.tweeteval),
    percent(row.agreement),
    row.logitError.toFixed(3),
    row.sqnr === null ? '' : row.sqnr.toFixed(1),
    row.microseconds.toFixed(0),
    row.path === 'scalar' ? `scalar (${row.texts} texts a set)` : row.path,
  ];
  return `| ${cells.join(' | ')} |`;
}

const titleOf = (model: string): string =>
  model.endsWith(BEFORE) ? `${model.replace(BEFORE, '')}, before quantization-aware training` : model;

function modelTables({ model, texts, kernels, float, rows }: ModelStudy): string {
  const parts = [
    `## ${titleOf(model)}`,
    '',
    `Texts: ${Object.entries(texts)
      .map(([set, count]) => `${set} ${count}`)
      .join(', ')}. Kernels: ${kernels}.`,
  ];
  for (const [group, title] of Object.entries(GROUPS)) {
    const members = VARIANTS.flatMap((variant) => {
      const row = rows.get(variant.id);
      return variant.group === group && row ? [line(variant.label, row)] : [];
    });
    if (members.length === 0) continue;
    parts.push('', `### ${title}`, '', ...HEAD);
    if (group === 'shipped') parts.push(line('float', float));
    parts.push(...members);
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

/** The whole document. */
export function tables(studies: readonly ModelStudy[]): string {
  return `${[INTRODUCTION, ...studies.map(modelTables)].join('\n')}\n`;
}
