import { type OpenOptions, openFile, readWhole } from '../files/open.js';
import type { FileSource, LoadProgress } from '../types.js';
import { checkIsModel } from './identify.js';

/** A model's bytes, and what messages call them. */
export interface LoadedModel {
  name: string;
  bytes: Uint8Array;
}

/**
 * The model at `source`, reported as it comes. Rejects with `network` when it does not arrive whole, `aborted` when the
 * caller gives up, `model` when what arrives is plainly no model.
 */
export async function loadModel(
  source: FileSource,
  options: Omit<OpenOptions, 'what'> & { onProgress?: ((progress: LoadProgress) => void) | undefined },
): Promise<LoadedModel> {
  const { onProgress, readFile, signal } = options;
  const file = await openFile(source, { what: 'The given model', readFile, signal });
  const bytes = await readWhole(file, onProgress, signal);
  checkIsModel(bytes, file.name);
  return { name: file.name, bytes };
}
