// The declarations of the packed package, compiled as strictly as TypeScript can, by projects of several kinds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Project } from './installed.mjs';

const SOURCE = `import { createAnalyzer, SentibyteError, type Sentiment } from 'sentibyte';
import { createAnalyzer as createNano } from 'sentibyte/nano';
import { createEngine } from 'sentibyte/engine';

export async function judge(text: string): Promise<Sentiment> {
  const analyzer = await createAnalyzer({ model: 'nano', kernels: 'simd' });
  return analyzer.analyze(text);
}
export const nano = createNano({ base: 'https://example.com/lib/' });
// @ts-expect-error The entry that carries nano alone has no other name.
export const small = createNano({ model: 'small' });
export const engine = createEngine({ blob: new Uint8Array(4), precision: 'int8' });
export const known = (error: unknown): boolean => error instanceof SentibyteError && error.code === 'model';
`;
const WITH_DOM = `import { createAnalyzer } from 'sentibyte';

export const load = (signal: AbortSignal, simd: WebAssembly.Module, model: Response): Promise<unknown> =>
  createAnalyzer({ signal, model, wasm: { simd } });
export const url = createAnalyzer({ model: new URL('https://example.com/model.sbm') });
`;
const KINDS = [
  { module: 'node16', lib: ['ES2022'] },
  { module: 'nodenext', lib: ['ES2022'] },
  { module: 'nodenext', lib: ['ES2022'], types: ['node'] },
  { module: 'nodenext', lib: ['ES2022', 'DOM'], types: ['node'] },
  { module: 'esnext', moduleResolution: 'bundler', lib: ['ES2022'] },
  { module: 'esnext', moduleResolution: 'bundler', lib: ['ES2022', 'DOM'] },
  { module: 'esnext', moduleResolution: 'bundler', lib: ['ES2022', 'WebWorker'] },
];

let project;
before(() => {
  project = new Project();
  project.link('typescript', '@types', 'undici-types');
});
after(() => project.remove());

for (const kind of KINDS) {
  for (const type of ['module', 'commonjs']) {
    test(`${JSON.stringify(kind)}, in a project of type ${type}`, async () => {
      const full = kind.lib.includes('DOM');
      project.write({
        'package.json': JSON.stringify({ private: true, type }),
        'main.ts': SOURCE,
        ...(full ? { 'dom.ts': WITH_DOM } : {}),
        'tsconfig.json': JSON.stringify({
          compilerOptions: {
            strict: true,
            exactOptionalPropertyTypes: true,
            skipLibCheck: false,
            noEmit: true,
            target: 'ES2022',
            types: [],
            ...kind,
          },
          files: ['main.ts', ...(full ? ['dom.ts'] : [])],
        }),
      });
      const said = await project
        .run('node_modules/typescript/bin/tsc', ['-p', '.'])
        .catch(({ stdout }) => stdout);
      assert.equal(said, '');
    });
  }
}
