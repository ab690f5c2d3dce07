// Runs the steps of `npm test` one after the other. Each writes build/test-logs/STEP.log; a step that needs another
// is skipped, and counts as failed, when that one failed.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync } from 'node:fs';

const CORES = process.env.JOBS ?? (await import('node:os')).availableParallelism();
const FUZZ_SECONDS = process.env.FUZZ_SECONDS ?? 120;
const LOGS = 'build/test-logs';
const KERNELS = ['scalar', 'simd', 'relaxed'];

const build = (preset) => `configure ${preset}; cmake --build --preset ${preset} -- -j${CORES}`;
const ctest = (preset, prefix = '') => `${prefix}ctest --preset ${preset} --verbose`;
const newerNode = existsSync('build/node24/node') ? `PATH=$PWD/build/node24:$PATH ` : '';
const under = (folder, end) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(end))
    .map((name) => `${folder}/${name}`);

const only = option('only');
const skip = option('skip') ?? [];

// What tells how many tests a step ran. A step whose tool does not count its tests is one test.
const COUNTERS = {
  googletest: (log) => [
    sum(log, /\[ {2}PASSED {2}\] (\d+) tests?\./g),
    sum(log, /\[ {2}FAILED {2}\] (\d+) tests?, listed/g),
  ],
  jest: (log) => [sum(log, /^Tests:.*?(\d+) passed/gm), sum(log, /^Tests:.*?(\d+) failed/gm)],
  node: (log) => [sum(log, /^# pass (\d+)/gm), sum(log, /^# fail (\d+)/gm)],
  pytest: (log) => [sum(log, /(\d+) passed/g), sum(log, /(\d+) (?:failed|errors?)\b/g)],
  fuzz: (log) => [sum(log, /^fuzzed (\d+)/gm), 0],
};

const STEPS = [
  { name: 'lint', what: 'format, types, ESLint, dependencies', run: 'scripts/lint' },
  {
    name: 'scripts',
    what: 'what builds and checks the rest',
    run: `node --test --test-reporter=tap ${under('tests/scripts', '.test.mjs').join(' ')}`,
    counter: 'node',
  },
  {
    name: 'native',
    what: 'C++ tests, g++',
    run: `${build('native')} && ${ctest('native')}`,
    counter: 'googletest',
  },
  {
    name: 'asan',
    what: 'C++ tests and fuzz seeds, ASan + UBSan',
    run: `${build('native-asan')} && ${ctest('native-asan')}`,
    counter: 'googletest',
  },
  {
    name: 'fuzz',
    what: `${FUZZ_SECONDS} s each fuzz target`,
    run: `scripts/fuzz ${FUZZ_SECONDS}`,
    counter: 'fuzz',
    needs: ['asan'],
  },
  { name: 'build', what: 'engine modules, package, page', run: 'scripts/build' },
  { name: 'tidy', what: 'clang-tidy', run: 'scripts/tidy' },
  ...KERNELS.map((kernels) => ({
    name: `wasm-${kernels}`,
    what: `C++ tests in WebAssembly, Node ${kernels === 'relaxed' ? 24 : 20}`,
    run: `${build(`wasm-tests-${kernels}`)} && ${ctest(`wasm-tests-${kernels}`, kernels === 'relaxed' ? newerNode : '')}`,
    counter: 'googletest',
  })),
  {
    name: 'wasm-chromium',
    what: 'the same programs in Chromium',
    run: `${KERNELS.map((kernels) => build(`wasm-tests-${kernels}`)).join('; ')}; node --test --test-reporter=tap ${under('tests/browser/cpp', '.test.mjs').join(' ')}`,
    counter: 'googletest',
    needs: KERNELS.map((kernels) => `wasm-${kernels}`),
  },
  {
    name: 'training',
    what: 'models/train: ruff, and tests that need no PyTorch (--only training: all)',
    run: `scripts/test-training${only?.includes('training') ? ' --all' : ''}`,
    counter: 'pytest',
  },
  {
    name: 'jest',
    what: 'library, in Node',
    run: 'NODE_OPTIONS="--experimental-vm-modules --no-warnings" jest --coverage',
    counter: 'jest',
    needs: ['build'],
  },
  {
    name: 'coverage',
    what: 'what the tests reach: lines 95 %, branches 88 % of engine and library',
    run: 'scripts/coverage',
    needs: ['jest'],
  },
  {
    name: 'package',
    what: 'what is published: contents, sizes, entries, types',
    run: `node --test --test-reporter=tap ${under('tests/package', '.test.mjs').join(' ')}`,
    counter: 'node',
    needs: ['build'],
  },
  {
    name: 'examples',
    what: 'the package in each quick project of examples/ (npm run examples -- --all: Next too)',
    run: 'node scripts/examples.mjs',
    counter: 'node',
    needs: ['build'],
  },
  {
    name: 'spark',
    what: 'the Spark example, on a local Spark',
    run: 'examples/spark/check',
    needs: ['build'],
  },
  {
    name: 'browser',
    what: 'Chromium, Firefox, WebKit',
    run: `node --test --test-reporter=tap --test-concurrency=1 ${under('tests/browser', '.test.mjs').join(' ')}`,
    counter: 'node',
    needs: ['build'],
  },
];

function sum(log, pattern) {
  return [...log.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);
}

function option(name) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : (process.argv[at + 1] ?? '').split(',');
}

function run(command, log) {
  const file = openSync(log, 'w');
  const child = spawn('bash', ['-c', `source scripts/common.sh; ${command}`], {
    stdio: ['ignore', file, file],
  });
  return new Promise((resolve) => {
    child.on('exit', (code) => {
      closeSync(file);
      resolve(code ?? 1);
    });
  });
}

if (process.argv.includes('--list')) {
  for (const { name, what } of STEPS) console.log(`${name.padEnd(13)} ${what}`);
  process.exit(0);
}
mkdirSync(LOGS, { recursive: true });

const failed = new Set();
const started = Date.now();
const totals = { passed: 0, failed: 0 };
for (const step of STEPS) {
  if ((only && !only.includes(step.name)) || skip.includes(step.name)) continue;
  const log = `${LOGS}/${step.name}.log`;
  const blocked = step.needs?.find((name) => failed.has(name));
  const begun = Date.now();
  const code = blocked ? 1 : await run(step.run, log);
  const text = blocked ? `not run: ${blocked} failed\n` : readFileSync(log, 'utf8');
  let [passes, failures] = step.counter ? COUNTERS[step.counter](text) : [code === 0 ? 1 : 0, 0];
  // A step that ended badly, or that says it is well without having run anything, has failed at least once.
  if (code !== 0 || passes === 0) failures = Math.max(failures, 1);
  totals.passed += passes;
  totals.failed += failures;
  const seconds = ((Date.now() - begun) / 1000).toFixed(0).padStart(5);
  console.log(
    `${failures ? 'FAIL' : ' ok '} ${step.name.padEnd(13)} ${seconds} s  ${String(passes).padStart(5)} passed  ${step.what}`,
  );
  for (const [note] of text.matchAll(/^note: .*/gm)) console.log(`     ${note}`);
  if (failures) {
    failed.add(step.name);
    console.log(blocked ? text : `${interesting(text)}\n     the whole log: ${log}`);
  }
}
console.log(`${((Date.now() - started) / 1000).toFixed(0)} s in all`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);

/** The lines around what failed; where nothing says so, the end of the log. */
function interesting(log) {
  const lines = log.split('\n');
  const marks =
    /\[ {2}FAILED|Failure$|error:|not ok |●|✖|✕|AssertionError|ERROR: |^FAILED |^E {3}|warn\]|Error:/;
  const shown = new Set();
  lines.forEach((line, at) => {
    if (marks.test(line)) for (let i = at; i < Math.min(at + 12, lines.length); i += 1) shown.add(i);
  });
  const picked = [...shown].sort((a, b) => a - b).slice(0, 120);
  return (picked.length ? picked.map((at) => lines[at]) : lines.slice(-60))
    .map((line) => `     ${line}`)
    .join('\n');
}
