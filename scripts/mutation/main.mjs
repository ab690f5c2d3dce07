// See scripts/mutate. The copy holds its own builds and is made again where the tree has changed.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EQUIVALENT } from './equivalent.mjs';
import { groupOf, KINDS, PATIENCE } from './kinds.mjs';
import { mutantsOf, mutate, sample } from './mutants.mjs';
import { PLANTED } from './planted.mjs';

const [kind, count, seed = '1'] = process.argv.slice(2);
/** One for each language, so that both can run at once. */
const TREE = `build/mutate/${kind === 'ts' ? 'ts' : 'cpp'}`;

const tracked = () =>
  spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .stdout.split('\n')
    .filter((path) => path !== '' && existsSync(path));

/** Copies what has changed, so that builds in the copy stay fresh. */
function copyTree() {
  const generated = ['web/lib/generated', 'web/lib/engine', 'dist', 'dist-lab'].filter((path) =>
    existsSync(path),
  );
  for (const path of tracked()) {
    const to = `${TREE}/${path}`;
    if (existsSync(to) && readFileSync(path).equals(readFileSync(to))) continue;
    mkdirSync(dirname(to), { recursive: true });
    cpSync(path, to);
  }
  for (const path of generated)
    cpSync(path, `${TREE}/${path}`, { recursive: true, preserveTimestamps: true });
  if (!existsSync(`${TREE}/node_modules`)) symlinkSync('../../../node_modules', `${TREE}/node_modules`);
}

/** True where it ends well within the time. */
function passes(command) {
  return new Promise((resolve) => {
    const child = spawn('bash', ['-c', `source scripts/common.sh; ${command}`], {
      cwd: TREE,
      stdio: 'ignore',
      detached: true,
    });
    const timer = setTimeout(() => process.kill(-child.pid, 'SIGKILL'), PATIENCE * 1000);
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

const configureOnce = 'configure native build/native -DCMAKE_CXX_FLAGS_RELEASE=-O1';

/** 'killed', 'survived', or 'does not compile'. */
async function judge(file, text, group) {
  const path = `${TREE}/${file}`;
  const original = readFileSync(path);
  try {
    writeFileSync(path, text);
    if (group.build && !(await passes(group.build))) return 'does not compile';
    return (await passes(group.run)) ? 'survived' : 'killed';
  } finally {
    writeFileSync(path, original);
  }
}

const ENGINE_TESTS = {
  run: "NODE_OPTIONS='--experimental-vm-modules --no-warnings' jest --runInBand --bail=1 --silent tests/web/engine",
};
const KERNEL_TESTS = {
  build: 'cmake --build --preset native --target test-kernels test-nn -- -j2',
  run: 'build/native/bin/test-kernels --gtest_brief=1 && build/native/bin/test-nn --gtest_brief=1',
};

function planted() {
  return PLANTED.map(({ name, file, before, after, tests = file }) => {
    const text = readFileSync(file, 'utf8');
    if (text.split(before).length !== 2) throw new Error(`${file}: "${before}" does not stand there once`);
    const group =
      { 'web/lib/engine': ENGINE_TESTS, kernels: KERNEL_TESTS }[tests] ??
      groupOf(tests.endsWith('.cc') ? 'cpp' : 'ts', tests);
    const line = text.slice(0, text.indexOf(before)).split('\n').length;
    return { file, line, group, what: name, text: text.replace(before, () => after) };
  });
}

function all(kind) {
  return tracked()
    .sort()
    .flatMap((file) => {
      const group = groupOf(kind, file);
      if (!group) return [];
      const text = readFileSync(file, 'utf8');
      return mutantsOf(text).map((mutant) => ({
        file,
        line: mutant.line,
        group,
        what: `${mutant.before} -> ${mutant.after}`,
        source: text.split('\n')[mutant.line - 1].trim(),
        text: mutate(text, mutant),
      }));
    });
}

if (kind === 'list' && KINDS[count]) {
  const counts = new Map();
  for (const { file } of all(count)) counts.set(file, (counts.get(file) ?? 0) + 1);
  for (const [file, mutants] of counts) console.log(`${String(mutants).padStart(5)}  ${file}`);
  console.log(`${String([...counts.values()].reduce((a, b) => a + b, 0)).padStart(5)}  in all`);
  process.exit(0);
}
if (kind !== 'planted' && !(KINDS[kind] && Number(count) > 0)) {
  console.error('scripts/mutate planted | cpp|ts COUNT [SEED] | list cpp|ts');
  process.exit(2);
}

copyTree();
const chosen = kind === 'planted' ? planted() : sample(all(kind), Number(count), Number(seed));
const groups = new Set(chosen.map(({ group }) => group));
if ([...groups].some(({ build }) => build) && !(await passes(configureOnce))) {
  throw new Error('the copy cannot be configured');
}
for (const { build, run } of groups) {
  const isWell = (!build || (await passes(build))) && (await passes(run));
  if (!isWell) throw new Error(`fails before anything is changed: ${run}`);
}

const found = { killed: 0, survived: 0, equivalent: 0, 'does not compile': 0 };
for (const { file, line, what, text, group, source } of chosen) {
  const known = EQUIVALENT.find((one) => one.file === file && one.line === source && one.what === what);
  const verdict = known ? 'equivalent' : await judge(file, text, group);
  ++found[verdict];
  console.log(`${verdict.padEnd(17)} ${file}:${line}  ${what}${source ? `   ${source}` : ''}`);
}
const real = found.killed + found.survived;
console.log(
  `${kind}: ${found.killed} of ${real} killed (${((100 * found.killed) / real).toFixed(1)} %), ${found.survived} survived; ` +
    `${found.equivalent} change nothing, ${found['does not compile']} do not compile`,
);
process.exit(found.survived === 0 ? 0 : 1);
