import * as fs from 'node:fs';
import { lstat, readlink, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { Failure, fileFailure, systemCode } from './failure.js';

const open = promisify(fs.open);
const write = promisify(fs.writeFile);
const sync = promisify(fs.fsync);
const close = promisify(fs.close);

/** Where results go. */
export interface Output {
  isTTY?: boolean;
  /** Resolves when there is room for more. */
  write(text: string): Promise<void>;
  /** Everything was written: makes it last. */
  commit(): Promise<void>;
  /** The run failed: leaves what was there before. Never throws. */
  abandon(): void;
}

/** The output of a process. */
export function streamOutput(stream: Writable & { isTTY?: boolean }): Output {
  // A write that fails says so to its callback as well.
  stream.on('error', () => undefined);
  return {
    isTTY: stream.isTTY === true,
    write: (text) =>
      new Promise((resolve, reject) => {
        stream.write(text, (error) => {
          if (!error) resolve();
          else reject(systemCode(error) === 'EPIPE' ? error : fileFailure('standard output', error));
        });
      }),
    commit: () => Promise.resolve(),
    abandon: () => undefined,
  };
}

/**
 * The file `path`. A regular one is written beside its place, and takes it when everything is there: links are followed, the
 * mode stays. A device or a pipe is written to as it is.
 */
export async function fileOutput(path: string): Promise<Output> {
  try {
    const there = await stat(path).catch((error: unknown) => {
      if (systemCode(error) !== 'ENOENT') throw error;
    });
    if (there?.isDirectory()) throw new Failure(`${path}: is a folder, not a file`);
    if (there && !there.isFile()) return throughOutput(await open(path, 'w'), path);
    const target = there ? await realpath(path) : await linkTarget(path);
    const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
    // At once, so that a signal finds either no temporary file or one that its handler knows of.
    const file = fs.openSync(temporary, 'wx');
    const output = replacingOutput(file, path, temporary, target);
    try {
      if (there) fs.fchmodSync(file, there.mode & 0o7777);
    } catch (error) {
      output.abandon();
      throw error;
    }
    return output;
  } catch (error) {
    throw error instanceof Failure ? error : fileFailure(path, error);
  }
}

/** Where a link leads to whose target is not there yet. */
async function linkTarget(path: string): Promise<string> {
  const MOST_LINKS = 40;
  let target = path;
  for (let i = 0; i < MOST_LINKS; ++i) {
    const link = await lstat(target).catch(() => undefined);
    if (!link?.isSymbolicLink()) break;
    target = resolve(dirname(target), await readlink(target));
  }
  return target;
}

function throughOutput(file: number, path: string): Output {
  return {
    write: (text) => written(file, path, text),
    commit: () => close(file),
    abandon: () => undefined,
  };
}

function replacingOutput(file: number, path: string, temporary: string, target: string): Output {
  return {
    write: (text) => written(file, path, text),
    async commit() {
      try {
        // A disk that is full may say so only now.
        await sync(file);
        await close(file);
        await rename(temporary, target);
      } catch (error) {
        throw fileFailure(path, error);
      }
    },
    abandon() {
      try {
        fs.unlinkSync(temporary);
      } catch {
        // It is gone already.
      }
    },
  };
}

async function written(file: number, path: string, text: string): Promise<void> {
  try {
    await write(file, text);
  } catch (error) {
    throw fileFailure(path, error);
  }
}
