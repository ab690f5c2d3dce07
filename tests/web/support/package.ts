import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const fixtures = join(root, 'tests/golden/engine');

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The package as it is laid out, with fixtures for models, in a folder of its own. */
export class TestPackage {
  private constructor(readonly folder: string) {}

  static async make(): Promise<TestPackage> {
    const folder = mkdtempSync(join(tmpdir(), 'sentibyte-'));
    const dist = join(folder, 'dist');
    await build({
      absWorkingDir: root,
      entryPoints: ['index', 'node/index', 'node/cli', 'node/cli-worker'].map((name) => `web/lib/${name}.ts`),
      outbase: 'web/lib',
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'es2022',
      outdir: dist,
      logLevel: 'error',
    });
    cpSync(join(root, 'web/lib/engine'), join(dist, 'engine'), {
      recursive: true,
      filter: (source) => !source.endsWith('.ts'),
    });
    mkdirSync(join(dist, 'models'));
    copyFileSync(join(fixtures, 'transformer.sbm'), join(dist, 'models/small.sbm'));
    copyFileSync(join(fixtures, 'transformer.float.sbm'), join(dist, 'models/small.float.sbm'));
    copyFileSync(join(fixtures, 'dense.sbm'), join(dist, 'models/nano.sbm'));
    writeFileSync(join(folder, 'package.json'), '{ "type": "module", "version": "1.2.3" }');
    return new TestPackage(folder);
  }

  /** Puts a program of the repository, PATH.ts, into the package, as scripts/run-ts bundles it. */
  async add(path: string): Promise<void> {
    await build({
      absWorkingDir: root,
      entryPoints: [path],
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      outfile: join(this.folder, path.replace(/\.ts$/, '.mjs')),
      logLevel: 'error',
    });
  }

  /** Starts one of the package's scripts. */
  start(script: string, args: readonly string[], variables: NodeJS.ProcessEnv = {}): ChildProcess {
    const env = { ...process.env, INIT_CWD: this.folder, ...variables };
    return spawn(process.execPath, [join(this.folder, script), ...args], { cwd: this.folder, env });
  }

  /** Runs one of the package's scripts to its end. */
  run(script: string, args: readonly string[], input: string | Uint8Array = ''): Promise<Outcome> {
    const child = this.start(script, args);
    const outcome: Outcome = { code: null, stdout: '', stderr: '' };
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (outcome.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (outcome.stderr += text));
    // A command that fails early does not read its input.
    child.stdin?.on('error', () => undefined).end(input);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        resolve({ ...outcome, code });
      });
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
