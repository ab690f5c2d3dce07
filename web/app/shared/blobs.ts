import { blobs } from 'virtual:blobs';
import type { Precision } from '../../lib/variants.js';

/** A blob that was there when the page was built. */
export interface Blob {
  /** NAME of NAME.sbm and NAME.float.sbm. */
  model: string;
  precision: Precision;
  url: string;
  /** Size of the file. */
  bytes: number;
}

/** The blob of this model in this precision, or nothing if the page was built without it. */
export function shippedBlob(model: string, precision: Precision): Blob | undefined {
  return blobs.find((blob) => blob.model === model && blob.precision === precision);
}

/** Names of the models that the page was built with, best known first. */
export function shippedModels(): string[] {
  const order = ['small', 'nano', 'transformer', 'cnn', 'gru', 'rnn', 'dense'];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...new Set(blobs.map((blob) => blob.model))].sort(
    (a, b) => place(a) - place(b) || a.localeCompare(b),
  );
}
