import type { QuantizeOptions } from '../../../../lib/quantizer.js';
import type { Sentiment } from '../../../../lib/types.js';
import type { Kernels } from '../../../../lib/variants.js';

/** Kernels as one chooses them. */
export type KernelChoice = Kernels | 'best';

/** The first row of one matrix of a float model. */
export interface WeightRow {
  /** The tensor's place in the blob, and its name. */
  place: number;
  tensor: string;
  weights: Float32Array;
}

/** The same row as it lies in a quantized model: a weight is scale * (code - zeroPoint). */
export interface CodedRow {
  codes: Int8Array;
  scale: number;
  zeroPoint: number;
}

/** What the laboratory starts from: a model in floats. */
export interface Opened {
  model: string;
  bytes: number;
  row: WeightRow;
  answers: Sentiment[];
}

/** How much of one tensor is left of its signal, and the bits that it has. */
export interface TensorNoise {
  name: string;
  bits: number;
  /** Signal to quantization noise, in dB. */
  ratio: number;
}

/** A model that was made there and then. */
export interface Trial {
  bytes: number;
  /** What runs it, and the size of that module. */
  kernels: Kernels;
  engineBytes: number;
  /** Milliseconds to make it; to unpack, check and start it; and with reading every text. */
  time: { making: number; starting: number; whole: number };
  /** Whether its kernels are fast ones: zero points leave only scalar code. */
  path: 'fast' | 'scalar';
  /** Absent where neurons were removed, and the row is another one. */
  row: CodedRow | undefined;
  noise: TensorNoise[];
  answers: Sentiment[];
}

/** One text, read by both models. */
export interface Reading {
  original: Sentiment;
  made: Sentiment;
  /** Milliseconds that each took. */
  time: { original: number; made: number };
}

/** Texts per second of one engine: the median of some rounds, and their ends. */
export interface Speed {
  median: number;
  slowest: number;
  fastest: number;
}

export type Side = 'original' | 'made';

/** What the room asks of its worker, each with what it brings. */
export interface Requests {
  open: { ask: { model: string; kernels: KernelChoice; texts: readonly string[] }; brings: Opened };
  try: { ask: { options: QuantizeOptions; kernels: KernelChoice }; brings: Trial };
  /** Brings nothing while there is no model to read with. */
  read: { ask: { text: string }; brings: Reading | undefined };
  /** Brings nothing where another model took its place meanwhile. */
  measure: { ask: object; brings: Record<Side, Speed> | undefined };
}

/** What a request tells on the way. */
export type Update = { kind: 'fetched'; loaded: number } | { kind: 'read'; texts: number };
