// The packed package, unpacked as a package manager would, in a project of its own.
import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A project with sentibyte in its `node_modules`, and `files` in it: a path and a text each. */
export class Project {
  constructor(files = {}) {
    this.folder = mkdtempSync(join(tmpdir(), 'sentibyte-project-'));
    const [{ filename }] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', this.folder], {
        encoding: 'utf8',
      }),
    );
    const place = join(this.folder, 'node_modules/sentibyte');
    mkdirSync(place, { recursive: true });
    execFileSync('tar', ['-xzf', join(this.folder, filename), '-C', place, '--strip-components=1']);
    this.write({ 'package.json': '{ "private": true }', ...files });
  }

  write(files) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** Packages of this repository that the project uses too. */
  link(...packages) {
    for (const name of packages) {
      mkdirSync(dirname(join(this.folder, 'node_modules', name)), { recursive: true });
      symlinkSync(resolve('node_modules', name), join(this.folder, 'node_modules', name));
    }
  }

  /** Puts a folder of the installed package elsewhere in the project. */
  copy(from, to) {
    cpSync(join(this.folder, 'node_modules/sentibyte', from), join(this.folder, to), { recursive: true });
  }

  /** What a program prints; rejects, with what it said, when it fails. */
  async run(program, args, { cwd = this.folder, env = {} } = {}) {
    const { stdout } = await execute(program, args, {
      cwd,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    return stdout;
  }

  remove() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export const TEXT = 'I expected little and loved every minute';

/** What the library of this repository says of `TEXT`. */
export async function expectedScore(model = 'small') {
  const { createAnalyzer } = await import('../../dist/node/index.js');
  const analyzer = await createAnalyzer({ model });
  const { score } = analyzer.analyze(TEXT);
  analyzer.dispose();
  return score.toFixed(6);
}
