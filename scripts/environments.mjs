// Tries the packed package where examples/ has no project of its own: bundlers of other versions, other run times, test
// runners. Writes what came out into the table of docs/ENVIRONMENTS.md.
//
//   npm run environments [-- NAME...]      with names only those, and the document stays as it is
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { serve } from '../tests/browser/harness.mjs';
import { answer, freePort, install, packInto, scoreOf, TEXT, tryPage } from './examples/shared.mjs';

const PAGE = `<!doctype html>
<meta charset="utf-8" />
<title>Sentibyte</title>
<textarea>${TEXT}</textarea>
<output id="score"></output>
<script type="module" src="./main.js"></script>
`;
const SCRIPT = readFileSync('examples/webpack/src/main.js', 'utf8');
const PROGRAM = `import { createAnalyzer } from 'sentibyte';
const analyzer = await createAnalyzer();
console.log(analyzer.analyze(${JSON.stringify(TEXT)}).score.toFixed(6));
`;
const expectation = `expect(analyzer.analyze(${JSON.stringify(TEXT)}).score.toFixed(6)).toBe('${await scoreOf(TEXT)}');`;
const jestTest = (environment) => `/** @jest-environment ${environment} */
const { createAnalyzer } = require('sentibyte');
test('scores', async () => {
  const analyzer = await createAnalyzer();
  ${expectation}
});
`;
const vitestTest = (environment) => `// @vitest-environment ${environment}
import { createAnalyzer } from 'sentibyte';
import { expect, test } from 'vitest';
test('scores', async () => {
  const analyzer = await createAnalyzer();
  ${expectation}
});
`;
const page = { 'index.html': PAGE, 'main.js': SCRIPT };
const program = { 'main.mjs': PROGRAM };

/** By name: the package that is looked at, what is in the project, and what is done with it. */
const ENVIRONMENTS = [
  ...[5, 6, 7].flatMap((major) => [
    { name: `Vite ${major}, build`, packages: { vite: `^${major}` }, files: page, try: viteBuild },
    { name: `Vite ${major}, development server`, packages: { vite: `^${major}` }, files: page, try: viteDev },
  ]),
  { name: 'Parcel, build', packages: { parcel: '^2' }, files: page, try: parcel },
  {
    name: 'Bun, run',
    packages: { bun: '^1' },
    files: program,
    try: (folder) => printed(folder, 'bun', 'main.mjs'),
  },
  { name: 'Bun, build for Bun', packages: { bun: '^1' }, files: program, try: bunBuild },
  { name: 'Bun, one executable', packages: { bun: '^1' }, files: program, try: bunCompile },
  {
    name: 'Jest as it comes, node',
    packages: { jest: '^30' },
    files: { 'a.test.js': jestTest('node') },
    try: jest,
  },
  {
    name: 'Jest with jsdom and the setup file that the README names',
    packages: { jest: '^30', 'jest-environment-jsdom': '^30' },
    files: {
      'a.test.js': jestTest('jsdom'),
      'setup.js': "globalThis.TextDecoder = require('node:util').TextDecoder;",
    },
    try: (folder) => run(folder, 'jest', '--rootDir=.', '--setupFiles=./setup.js'),
  },
  {
    name: 'Vitest, node',
    packages: { vitest: '^5' },
    files: { 'a.test.mjs': vitestTest('node') },
    try: vitest,
  },
  {
    name: 'Vitest, jsdom',
    packages: { vitest: '^5', jsdom: '*' },
    files: { 'a.test.mjs': vitestTest('jsdom') },
    try: vitest,
  },
];

const names = process.argv.slice(2);
const chosen = ENVIRONMENTS.filter(
  ({ name }) => names.length === 0 || names.some((one) => name.startsWith(one)),
);
if (chosen.length === 0) throw new Error(`there are: ${ENVIRONMENTS.map(({ name }) => name).join('; ')}`);

// Outside of this repository, which tools that look upwards for a project would take for it.
const work = join(tmpdir(), 'sentibyte-environments');
const tarball = packInto(work);
let failed = 0;
const rows = [];
for (const { name, packages, files, ...environment } of chosen) {
  const folder = join(work, name.replaceAll(/\W+/g, '-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  install(folder, tarball, { private: true, devDependencies: packages });
  let result = 'passes';
  try {
    await environment.try(folder);
  } catch (error) {
    failed += 1;
    result = 'fails';
    console.log(`${error.stdout ?? ''}${error.stderr ?? ''}${error.stack}`);
  }
  const [main] = Object.keys(packages);
  const { version } = JSON.parse(readFileSync(join(folder, 'node_modules', main, 'package.json'), 'utf8'));
  rows.push(`| ${name} | ${version} | ${result} |\n`);
  console.log(`${result === 'passes' ? ' ok ' : 'FAIL'} ${name}, ${version}`);
}
if (names.length === 0) writeTable(rows.join(''));
console.log(`# pass ${chosen.length - failed}\n# fail ${failed}`);
process.exit(failed === 0 ? 0 : 1);

function writeTable(table) {
  const file = 'docs/ENVIRONMENTS.md';
  const head = '| environment | version | result |\n|---|---|---|\n';
  const [before, after] = readFileSync(file, 'utf8').split(head);
  writeFileSync(file, `${before}${head}${table}${after.replace(/^(\|.*\n)*/, '')}`);
}

function run(folder, name, ...args) {
  const program = resolve(folder, 'node_modules/.bin', name);
  return execFileSync(program, args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

async function printed(folder, name, ...args) {
  assert.equal(run(folder, name, ...args).trim(), await scoreOf(TEXT));
}

async function tryFolder(folder) {
  const server = await serve(folder);
  try {
    await tryPage(server.url);
  } finally {
    await server.close();
  }
}

async function viteBuild(folder) {
  run(folder, 'vite', 'build', '--target', 'es2022');
  await tryFolder(join(folder, 'dist'));
}

async function viteDev(folder) {
  const port = await freePort();
  const args = ['--host', '127.0.0.1', '--port', String(port), '--strictPort'];
  const server = spawn(resolve(folder, 'node_modules/.bin/vite'), args, { cwd: folder, stdio: 'ignore' });
  try {
    await answer(`http://127.0.0.1:${port}`);
    await tryPage(`http://127.0.0.1:${port}`);
  } finally {
    server.kill();
  }
}

async function parcel(folder) {
  run(folder, 'parcel', 'build', 'index.html', '--dist-dir', 'dist', '--no-cache');
  await tryFolder(join(folder, 'dist'));
}

async function bunBuild(folder) {
  run(folder, 'bun', 'build', '--target=bun', '--outfile=out/main.js', 'main.mjs');
  await printed(folder, 'bun', 'out/main.js');
}

async function bunCompile(folder) {
  run(folder, 'bun', 'build', '--compile', '--outfile=one', 'main.mjs');
  const said = execFileSync('./one', { cwd: folder, encoding: 'utf8' });
  assert.equal(said.trim(), await scoreOf(TEXT));
}

function jest(folder) {
  run(folder, 'jest', '--rootDir=.');
}

function vitest(folder) {
  run(folder, 'vitest', 'run');
}
