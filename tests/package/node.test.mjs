// The packed package in programs: every Node, every way to import it, bundled or not.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import { expectedScore, Project, TEXT } from './installed.mjs';

const NODES = [process.execPath, resolve('build/node24/node')].filter((node) => existsSync(node));
const PRINT = `createAnalyzer().then((analyzer) => console.log(analyzer.analyze(${JSON.stringify(TEXT)}).score.toFixed(6)));`;

let project;
let expected;
before(async () => {
  expected = `${await expectedScore()}\n`;
  project = new Project({
    'module.mjs': `import { createAnalyzer } from 'sentibyte';\n${PRINT}`,
    'common.cjs': `const { createAnalyzer } = require('sentibyte');\n${PRINT}`,
    'later.cjs': `import('sentibyte').then(({ createAnalyzer }) => ${PRINT.slice(0, -1)});`,
    'early.cjs': `delete process.getBuiltinModule;\nconst { createAnalyzer } = require('sentibyte');\n${PRINT}`,
    'early.mjs': `delete process.getBuiltinModule;\nconst { createAnalyzer } = await import('sentibyte');\n${PRINT}`,
    'float.mjs': `import { createAnalyzer } from 'sentibyte';\ncreateAnalyzer({ precision: 'float' }).catch(({ message }) => console.log(message));`,
    'uncaught.mjs': `import { createAnalyzer } from 'sentibyte';\nawait createAnalyzer({ model: new URL('file:///nothing.sbm') });`,
    'nano.mjs': `import { createAnalyzer } from 'sentibyte/nano';\n${PRINT}`,
  });
});
after(() => project.remove());

for (const node of NODES) {
  for (const file of ['module.mjs', 'common.cjs', 'later.cjs', 'early.cjs', 'early.mjs']) {
    test(`${node === process.execPath ? 'this Node' : 'Node 24'} runs ${file}`, async () => {
      assert.equal(await project.run(node, [file]), expected);
    });
  }
}

test('sentibyte/nano is nano', async () => {
  assert.equal(await project.run(process.execPath, ['nano.mjs']), `${await expectedScore('nano')}\n`);
});

test('float says which package it is in', async () => {
  assert.match(await project.run(process.execPath, ['float.mjs']), /sentibyte-lab/);
});

test('an error that nobody catches prints a few lines', async () => {
  const { stderr } = await project.run(process.execPath, ['uncaught.mjs']).then(
    () => assert.fail('it did not fail'),
    (error) => error,
  );
  assert.match(stderr, /SentibyteError: file:\/\/\/nothing\.sbm could not be read/);
  assert.ok(stderr.length < 3000, `${stderr.length} characters`);
});

describe('bundled for Node', () => {
  for (const format of ['esm', 'cjs']) {
    const outfile = `out/bundle.${format === 'esm' ? 'mjs' : 'cjs'}`;
    before(() =>
      build({
        absWorkingDir: project.folder,
        entryPoints: ['module.mjs'],
        bundle: true,
        platform: 'node',
        format,
        outfile,
        logLevel: 'error',
        logOverride: { 'empty-import-meta': 'silent' },
      }),
    );

    test(`esbuild --platform=node --format=${format}: the files are found where the package is installed`, async () => {
      assert.equal(await project.run(process.execPath, [outfile]), expected);
    });

    test(`esbuild --platform=node --format=${format}: seen from another working folder`, async () => {
      const { stderr } = await project
        .run(process.execPath, [join(project.folder, outfile)], { cwd: '/' })
        .then(
          () => ({ stderr: 'found' }),
          (error) => error,
        );
      // A module knows where it lies, and so the project above it; other code knows the working folder alone.
      assert.match(stderr, format === 'esm' ? /^found$/ : /pass "base"/);
    });
  }
});
