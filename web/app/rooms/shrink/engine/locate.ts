import { shippedBlob } from '../../../shared/blobs.js';
import type { Choice } from './protocol.js';

/** Where the blob of a choice lies. */
export function locate({ model, precision }: Choice): URL {
  const blob = shippedBlob(model, precision);
  if (!blob) throw new Error(`This page was built without the ${precision} blob of "${model}".`);
  return new URL(blob.url, import.meta.url);
}
