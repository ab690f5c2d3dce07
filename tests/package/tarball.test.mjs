// What `npm pack` puts into the tarballs of sentibyte and sentibyte-lab.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** What is packed from a folder, without packing it. */
const packed = (folder) =>
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: folder,
      encoding: 'utf8',
    }),
  )[0];

describe('sentibyte', () => {
  let tarball;
  let paths;
  before(() => {
    tarball = packed('.');
    paths = tarball.files.map(({ path }) => path);
  });

  test('at most 2.6 MB packed', () => {
    assert.ok(tarball.size <= 2_600_000, `${tarball.size} bytes`);
  });

  test('two models and the int8 engine; nothing that only experiments need', () => {
    const under = (folder, end) =>
      paths
        .filter((path) => path.startsWith(folder) && path.endsWith(end))
        .map((path) => path.slice(folder.length));
    assert.deepEqual(under('dist/models/', ''), ['nano.sbm', 'small.sbm']);
    assert.deepEqual(under('dist/engine/', '.wasm'), [
      'int8-relaxed.wasm',
      'int8-scalar.wasm',
      'int8-simd.wasm',
    ]);
    assert.deepEqual(
      paths.filter((path) => /float|quantizer/.test(path)),
      [],
    );
  });

  test('holds its licence, what it owes to others, and what is known of its models', () => {
    for (const file of ['LICENSE', 'NOTICE', 'README.md', 'models/MODEL_CARD.md'])
      assert.ok(paths.includes(file), file);
    const notice = readFileSync('NOTICE', 'utf8');
    for (const work of ['FlatBuffers', 'Emscripten', 'musl', 'LLVM', 'Papa Parse'])
      assert.match(notice, new RegExp(`^${work}`, 'm'));
  });

  test('what the README links to is inside', () => {
    const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\(([^)#]+)/g)].map(([, link]) => link);
    const relative = links.filter((link) => !/^[a-z]+:/.test(link));
    assert.ok(relative.length > 0);
    assert.deepEqual(
      relative.filter((link) => !paths.includes(link)),
      [],
    );
  });

  test('code for pages does not name process, for which Parcel would install a package', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: "export * from './dist/index.js'; export * from './dist/worker.js';",
        resolveDir: '.',
      },
      bundle: true,
      format: 'esm',
      define: { process: 'A_FREE_PROCESS' },
      write: false,
    });
    assert.doesNotMatch(outputFiles[0].text, /A_FREE_PROCESS/);
    assert.doesNotMatch(readFileSync('dist/worker-script.js', 'utf8'), /typeof process\b/);
  });

  test('code that people can read: names are kept, lines are short, and maps lead to the sources', () => {
    const code = paths.filter((path) => /^dist\/.*\.js$/.test(path) && !path.startsWith('dist/engine/'));
    assert.ok(code.length > 5);
    for (const file of code) {
      const text = readFileSync(file, 'utf8');
      if (/^dist\/(?!worker-script)[^/]+$/.test(file)) checkMap(file, text);
      // Of the lines that may throw; tables are longer.
      for (const line of text.split('\n').filter((each) => each.includes('throw ')))
        assert.ok(line.length < 300, file);
    }
    const everything = code.map((file) => readFileSync(file, 'utf8')).join('');
    for (const name of ['SentibyteError', 'EngineAnalyzer', 'RunningEngine', 'Tokenizer'])
      assert.match(everything, new RegExp(`class ${name}\\b|${name} = class`));
  });
});

test('sentibyte-lab: the float models, the float engine, the quantizer, of the same version', () => {
  const tarball = packed('dist-lab');
  assert.equal(tarball.name, 'sentibyte-lab');
  assert.equal(tarball.version, JSON.parse(readFileSync('package.json', 'utf8')).version);
  const paths = tarball.files.map(({ path }) => path);
  for (const file of [
    'models/small.float.sbm',
    'models/nano.float.sbm',
    'engine/float-simd.wasm',
    'engine/quantizer.wasm',
  ])
    assert.ok(paths.includes(file), file);
  assert.deepEqual(
    paths.filter((path) => /int8-|(small|nano)\.sbm/.test(path)),
    [],
  );
});

for (const folder of ['.', 'dist-lab']) {
  test(`publint has nothing to say of ${folder}`, async () => {
    const { messages } = await publint({ pkgDir: folder, strict: true });
    const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    assert.deepEqual(
      messages.map((message) => formatMessage(message, manifest)),
      [],
    );
  });

  test(`types of ${folder} are right for each way of importing it`, () => {
    // Tools that do not know "exports" (node10) see the main entry alone; the second package is for `import` alone.
    const profile = folder === '.' ? 'node16' : 'esm-only';
    // The element and the script of a worker are for pages, which have no `require`.
    const pagesOnly = ['element', 'element/react', 'element/vue', 'worker-script.js'];
    const excluded = folder === '.' ? ['--exclude-entrypoints', ...pagesOnly] : [];
    execFileSync(
      'node_modules/.bin/attw',
      ['--pack', folder, '--profile', profile, '--no-color', ...excluded],
      { encoding: 'utf8' },
    );
  });
}

test('each declaration that another one names is there', () => {
  for (const folder of ['dist', 'dist/cjs', 'dist-lab']) {
    const declarations = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.d.ts'));
    for (const file of declarations) {
      for (const [, path] of readFileSync(join(folder, file), 'utf8').matchAll(/from '(\.[^']+)\.js'/g))
        assert.ok(existsSync(join(folder, file, '..', `${path}.d.ts`)), `${folder}/${file}: ${path}`);
    }
  }
});

function checkMap(file, text) {
  assert.match(text, /\n\/\/# sourceMappingURL=.*\.js\.map\n$/, file);
  const { sourcesContent } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
  assert.ok(sourcesContent.every((source) => typeof source === 'string'));
}
