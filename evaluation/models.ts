// Finds a model's blobs and opens them through the built package.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Analyzer } from '../web/lib/index.js';
import {
  KERNELS,
  type Kernels,
  modelFileName,
  parseModelFileName,
  type Precision,
  PRECISIONS,
} from '../web/lib/variants.js';
import { messageOf } from './failure.js';
import { named, root } from './paths.js';

const SHIPPED = join(root, 'dist/models');

/** A model's path, or name, without the ending of either precision. */
function stemOf(file: string): string {
  return parseModelFileName(file)?.model ?? file;
}

/** A model by the blobs of it that are there. */
export interface Located {
  name: string;
  files: Partial<Record<Precision, string>>;
}

/** The model cannot be found or opened; its message is for people. */
export class ModelError extends Error {}

/** @param model a name in dist/models, or a file; its float or int8 twin is looked for beside it */
export function locate(model: string): Located {
  const isFile = /[/\\]|\.sbm$/.test(model);
  const stem = stemOf(isFile ? named(model) : join(SHIPPED, model));
  const files: Located['files'] = {};
  for (const precision of PRECISIONS) {
    const file = modelFileName(stem, precision);
    if (existsSync(file)) files[precision] = file;
  }
  if (Object.keys(files).length > 0) return { name: basename(stem), files };
  if (isFile) throw new ModelError(`there is no model ${model}`);
  const names = existsSync(SHIPPED) ? readdirSync(SHIPPED).filter((file) => file.endsWith('.sbm')) : [];
  const known = [...new Set(names.map(stemOf))].join(', ') || 'none';
  throw new ModelError(
    `there is no model "${model}" in dist/models (there are: ${known}); npm run build copies models/ there`,
  );
}

/** The analyzers of a model, by precision. */
export async function open(
  { name, files }: Located,
  precisions: readonly Precision[],
  kernels: Kernels | undefined,
): Promise<Partial<Record<Precision, Analyzer>>> {
  const library = join(root, 'dist/node/index.js');
  if (!existsSync(library)) throw new ModelError('no dist/node/index.js: run npm run build first');
  const { createAnalyzer } = (await import(
    pathToFileURL(library).href
  )) as typeof import('../web/lib/node/index.js');
  const analyzers: Partial<Record<Precision, Analyzer>> = {};
  for (const precision of precisions) {
    const file = files[precision];
    if (file === undefined) continue;
    try {
      const model = new Uint8Array(readFileSync(file));
      analyzers[precision] = await createAnalyzer({ model, precision, ...(kernels ? { kernels } : {}) });
    } catch (error) {
      throw new ModelError(`${file}: ${messageOf(error)}`);
    }
  }
  if (Object.keys(analyzers).length === 0)
    throw new ModelError(`${name} has no ${precisions.join(' or ')} blob`);
  return analyzers;
}

/** The precisions that `--precision` asks for; nothing where it is none. */
export function precisionsOf(option: string): readonly Precision[] | undefined {
  if (option === 'both') return PRECISIONS;
  const precision = PRECISIONS.find((one) => one === option);
  return precision && [precision];
}

/** The kernels that `--kernels` asks for; nothing where it is none. */
export function kernelsOf(option: string): Kernels | undefined {
  return KERNELS.find((kernels) => kernels === option);
}
