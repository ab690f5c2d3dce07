/** One number where all grids of a tensor share it, the least and the most where they do not. */
export type Spread = number | [least: number, most: number];

/** What quantization did to one tensor. */
export interface TensorReport {
  name: string;
  role: 'matrix' | 'rows' | 'positions';
  shape: number[];
  bits: number;
  /** Stored as a bitmap and the weights that are not zero. */
  sparse: boolean;
  bytes: number;
  /** Share of the weights that are exactly zero. */
  zeros: number;
  range: [min: number, max: number];
  /** Scales: one, or one for each row. */
  grids: number;
  scale: Spread;
  zero_point: Spread;
  mean_error: number;
  max_error: number;
  /** Signal to quantization noise. */
  sqnr_db: number;
  /** Power of two only: Q(x, n) = round(x 2^n) and its error E. */
  fixed_point?: { n: Spread; mean_E: number; max_E: number };
}

/** The grid of a value that integer kernels read. */
export interface ActivationReport {
  value: string;
  range: [min: number, max: number];
  scale: number;
  zero_point: number;
  from: 'blob' | 'calibration' | 'bound';
}

/** What `sentibyte-quantize --report` writes. */
export interface QuantizationReport {
  model: string;
  /** The options, as one would type them. */
  options: string;
  /** Which kernels run the result. */
  path: 'fast' | 'scalar';
  float_bytes: number;
  bytes: number;
  tensors: TensorReport[];
  activations: ActivationReport[];
  pruned_neurons: { value: string; before: number; after: number }[];
}
