import type { QuantizeOptions } from '../../../../lib/quantizer.js';
import type { Sentiment } from '../../../../lib/types.js';
import type { Kernels, Precision } from '../../../../lib/variants.js';
import type { WeightRow } from './weights.js';

/** The column that an engine answers in. Two columns that made the same choice share one engine. */
export type Side = 'left' | 'right';

export const sides: readonly Side[] = ['left', 'right'];

/** Which model runs, in which precision and with which kernels. */
export interface Choice {
  model: string;
  precision: Precision;
  kernels: Kernels | 'best';
}

/** What one file weighs: as it is used, and as it came over the network. */
export interface FileSize {
  raw: number;
  /** Absent where the browser does not say. */
  sent?: number;
}

/** What is known once an engine stands. */
export interface EngineFacts {
  choice: Choice;
  /** The kernels that run: what `best` came to. */
  kernels: Kernels;
  blob: FileSize;
  /** Absent where the browser does not say. */
  module?: FileSize;
  /** Unpacking, checking and starting, in milliseconds, without the network; absent where the browser does not say. */
  prepareTime?: number;
}

/** Time of one analysis in milliseconds: the mean of `runs`, more than one where the clock is too coarse for one. */
export interface Timing {
  milliseconds: number;
  runs: number;
}

/** Texts per second of one engine. */
export interface Speed {
  median: number;
  slowest: number;
  fastest: number;
  rounds: number;
  /** Texts per second of the first, cold round. */
  cold: number;
}

/** The two columns' answers to the same texts, in the texts' order. */
export interface Agreement {
  left: Sentiment[];
  right: Sentiment[];
}

/** What the laboratory starts from: the model in floats, and the one that training made for few bits. */
export interface Opened {
  bytes: number;
  row: WeightRow;
  float: Sentiment[];
  trained: { bytes: number; answers: Sentiment[] };
}

/** A model that was made there and then. */
export interface Trial {
  bytes: number;
  /** Milliseconds to make it, and with loading it and reading every text. */
  quantizeTime: number;
  time: number;
  /** Of the row of weights that is shown. */
  grid: { scale: number; zeroPoint: number } | undefined;
  answers: Sentiment[];
  own: { float: Sentiment; quantized: Sentiment };
}

/** What the page asks of the laboratory. */
export type LaboratoryRequest =
  { kind: 'open'; texts: string[] } | { kind: 'try'; options: QuantizeOptions; own: string };

/** What the page asks of the two columns. */
export type ComparisonRequest =
  | { kind: 'load'; side: Side; choice: Choice }
  | { kind: 'read'; text: string }
  | { kind: 'benchmark'; texts: string[] }
  | { kind: 'agreement'; texts: string[] };

export type Request = ComparisonRequest | LaboratoryRequest;

/** What a request brings in the end, by its kind. */
export interface Outcome {
  load: EngineFacts;
  read: undefined;
  benchmark: Record<'left' | 'right', Speed>;
  agreement: Agreement;
  open: Opened;
  try: Trial;
}

/** What a request tells on the way. */
export type Update =
  | { kind: 'progress'; loaded: number; total?: number }
  | { kind: 'reading'; side: Side; reading: Sentiment }
  | { kind: 'timing'; side: Side; timing: Timing }
  | { kind: 'benchmark'; stage: 'warm-up' | 'measuring'; share: number };

/** A request as it travels. */
export interface Envelope {
  id: number;
  request: Request;
}

/** What the worker sends. */
export type Report =
  | { kind: 'update'; id: number; update: Update }
  | { kind: 'done'; id: number; outcome: Outcome[keyof Outcome] }
  | { kind: 'failed'; id: number; code: string; message: string };
