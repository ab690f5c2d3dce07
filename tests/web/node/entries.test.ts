import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { TestPackage } from '../support/package.js';

// Each test starts a process; a busy machine takes its time for that.
jest.setTimeout(60_000);

const root = fileURLToPath(new URL('../../../', import.meta.url));
let files: TestPackage;
beforeAll(async () => {
  files = await TestPackage.make();
});
afterAll(() => {
  files.remove();
});

/** Runs a module in a Node as it was before 20.16, where builtin modules came by `import` alone. */
async function runInEarlyNode(code: string): Promise<string> {
  writeFileSync(join(files.folder, 'script.mjs'), `delete process.getBuiltinModule;\n${code}`);
  const { stderr, stdout } = await files.run('script.mjs', []);
  expect(stderr).toBe('');
  return stdout;
}

describe('in an early Node', () => {
  test('the entry for Node finds its engine and its models on disk', async () => {
    const stdout = await runInEarlyNode(`
      const { createAnalyzer } = await import('./dist/node/index.js');
      for (const model of ['small', 'nano']) {
        const analyzer = await createAnalyzer({ model, kernels: 'simd' });
        console.log(analyzer.engineFile.address, analyzer.analyze('the hotel was good').probabilities.positive > 0);
      }`);
    const address = new URL(`file://${files.folder}/dist/engine/int8-simd.wasm`).href;
    expect(stdout).toBe(`${address} true\n${address} true\n`);
  });

  test('the entry for pages has no disk, and says so', async () => {
    const stdout = await runInEarlyNode(`
      const { createAnalyzer } = await import('./dist/index.js');
      await createAnalyzer().catch(({ code, message }) => console.log(code, message));`);
    expect(stdout).toMatch(/^network file:.*\/dist\/.* could not be fetched\.\n$/);
  });
});

test.each(['index', 'nano', 'engine', 'worker', 'worker-script', 'lab', 'float-engine', 'quantizer'])(
  '%s.ts, for pages, imports nothing of Node',
  async (entry) => {
    const { metafile } = await build({
      absWorkingDir: root,
      entryPoints: [`web/lib/${entry}.ts`],
      bundle: true,
      format: 'esm',
      platform: 'node', // lets node: imports through, so that they can be seen
      mainFields: ['module', 'main'],
      write: false,
      metafile: true,
    });
    expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([]);
  },
);

test('package.json offers to Node, to `require` and to pages the same entries', () => {
  type Target = Record<'types' | 'default', string>;
  type Entry = { node: Record<'import' | 'require', Target> } & Record<
    'module' | 'require' | 'default',
    Target
  >;
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, string | Entry>;
  };
  // An element is of no use in Node; importing it there does nothing.
  const entries = Object.entries(exports)
    .filter(([name, entry]) => typeof entry !== 'string' && !name.startsWith('./element'))
    .map(([, entry]) => entry as Entry);
  expect(entries).toHaveLength(4);
  for (const entry of entries) {
    // The first that fits is taken: what a bundler for pages may name has to come after what only Node names.
    expect(Object.keys(entry)).toEqual(['node', 'module', 'require', 'default']);
    const page = entry.default;
    expect(page.types).toBe(page.default.replace('.js', '.d.ts'));
    expect(entry.module).toEqual(page);
    expect(entry.node.import).toEqual({ ...page, default: page.default.replace('./dist/', './dist/node/') });
    const common = {
      types: page.types.replace('./dist/', './dist/cjs/'),
      default: page.default.replace('./dist/', './dist/cjs/'),
    };
    expect(entry.require).toEqual(common);
    expect(entry.node.require).toEqual(common);
  }
});
