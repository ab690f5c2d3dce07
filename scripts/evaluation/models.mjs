// Finds a model's blobs and opens them through the built package.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHIPPED = fileURLToPath(new URL('../../dist/models/', import.meta.url));
const ENDINGS = { int8: '.sbm', float: '.float.sbm' };

/** The model cannot be found or opened; its message is for people. */
export class ModelError extends Error {}

/**
 * @param {string} model a name in dist/models, or a file; its float or int8 twin is looked for beside it
 * @param {string} base the folder that a relative file is in
 * @returns {{ name: string, files: { int8?: string, float?: string } }}
 */
export function locate(model, base) {
  const isFile = /[/\\]|\.sbm$/.test(model);
  const stem = (isFile ? resolve(base, model) : join(SHIPPED, model)).replace(/(?:\.float)?\.sbm$/, '');
  const files = Object.fromEntries(
    Object.entries(ENDINGS)
      .map(([precision, ending]) => [precision, stem + ending])
      .filter(([, file]) => existsSync(file)),
  );
  if (Object.keys(files).length > 0) return { name: basename(stem), files };
  if (isFile) throw new ModelError(`there is no model ${model}`);
  const names = existsSync(SHIPPED) ? readdirSync(SHIPPED).filter((file) => file.endsWith('.sbm')) : [];
  const known =
    [...new Set(names.map((file) => file.replace(/(?:\.float)?\.sbm$/, '')))].join(', ') || 'none';
  throw new ModelError(
    `there is no model "${model}" in dist/models (there are: ${known}); npm run build copies models/ there`,
  );
}

/** The analyzers of a model, by precision. */
export async function open({ files }, precisions, kernels) {
  const { createAnalyzer } = await import('../../dist/index.js');
  const analyzers = {};
  for (const precision of precisions) {
    if (files[precision] === undefined) continue;
    try {
      const model = new Uint8Array(readFileSync(files[precision]));
      analyzers[precision] = await createAnalyzer({ model, precision, ...(kernels ? { kernels } : {}) });
    } catch (error) {
      throw new ModelError(`${files[precision]}: ${error.message}`);
    }
  }
  return analyzers;
}
