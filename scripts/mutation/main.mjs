// See scripts/mutate. The copy holds its own builds and is made again where the tree has changed.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EQUIVALENT } from './equivalent.mjs';
import { groupOf, jest, PATIENCE } from './kinds.mjs';
import { mutantsOf, mutate, sample } from './mutants.mjs';
import { PLANTED } from './planted/index.mjs';

const [kind, count, seed = '1'] = process.argv.slice(2);

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

/** Whether its tests pass where nothing is changed; otherwise what they say of a bug means nothing. */
const checkWell = async (group) => {
  group.isWell ??= (!group.build || (await passes(group.build))) && (await passes(group.run));
  if (!group.isWell) throw new Error(`fails before anything is changed: ${group.run}`);
};

/** 'killed', 'survived', or 'does not compile'. */
async function judge({ file, text, group, tests }) {
  const path = `${TREE}/${file}`;
  const original = readFileSync(path);
  try {
    writeFileSync(path, text);
    if (group.build && !(await passes(group.build))) return 'does not compile';
    if (tests && !(await passes(jest(tests)))) return 'killed';
    if (await passes(group.run)) return 'survived';
  } finally {
    writeFileSync(path, original);
  }
  await checkWell(group);
  return 'killed';
}

/** All of them, or those of an area, or with `word` in their name or file. */
function planted(word = '') {
  return Object.entries(PLANTED).flatMap(([area, bugs]) =>
    bugs
      .filter(({ name, file }) => [area, name, file].some((text) => text.includes(word)))
      .map(({ name, file, before, after, tests }) => {
        const text = readFileSync(file, 'utf8');
        if (text.split(before).length !== 2)
          throw new Error(`${file}: "${before}" does not stand there once`);
        const line = text.slice(0, text.indexOf(before)).split('\n').length;
        return {
          file,
          line,
          group: groupOf('planted', file),
          tests,
          what: name,
          text: text.replace(before, () => after),
        };
      }),
  );
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

if (kind === 'list' && ['cpp', 'ts'].includes(count)) {
  const counts = new Map();
  for (const { file } of all(count)) counts.set(file, (counts.get(file) ?? 0) + 1);
  for (const [file, mutants] of counts) console.log(`${String(mutants).padStart(5)}  ${file}`);
  console.log(`${String([...counts.values()].reduce((a, b) => a + b, 0)).padStart(5)}  in all`);
  process.exit(0);
}
if (kind !== 'planted' && !(['cpp', 'ts'].includes(kind) && Number(count) > 0)) {
  console.error('scripts/mutate planted [AREA or WORD] | cpp|ts COUNT [SEED] | list cpp|ts');
  process.exit(2);
}

const chosen = kind === 'planted' ? planted(count) : sample(all(kind), Number(count), Number(seed));
const groups = new Set(chosen.map(({ group }) => group));
const isBuilt = [...groups].some(({ build }) => build);
/** One for what is built and one for what is not, so that both can run at once. */
const TREE = `build/mutate/${isBuilt ? 'cpp' : 'ts'}`;
copyTree();
if (isBuilt && !(await passes(configureOnce))) {
  throw new Error('the copy cannot be configured');
}
const named = [...new Set(chosen.flatMap(({ tests }) => tests ?? []))];
if (named.length > 0) await checkWell({ run: jest(...named) });
for (const { group, tests } of chosen) if (!tests) await checkWell(group);

const found = { killed: 0, survived: 0, equivalent: 0, 'does not compile': 0 };
for (const bug of chosen) {
  const { file, line, what, source } = bug;
  const known = EQUIVALENT.find((one) => one.file === file && one.line === source && one.what === what);
  const verdict = known ? 'equivalent' : await judge(bug);
  ++found[verdict];
  console.log(`${verdict.padEnd(17)} ${file}:${line}  ${what}${source ? `   ${source}` : ''}`);
}
const real = found.killed + found.survived;
console.log(
  `${kind}: ${found.killed} of ${real} killed (${((100 * found.killed) / real).toFixed(1)} %), ${found.survived} survived; ` +
    `${found.equivalent} change nothing, ${found['does not compile']} do not compile`,
);
process.exit(found.survived === 0 ? 0 : 1);
