import { unlinkSync } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { Failure, fileFailure, systemCode } from './failure.js';

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
    const handle = await open(temporary, 'wx');
    try {
      if (there) await handle.chmod(there.mode & 0o7777);
    } catch (error) {
      unlinkSync(temporary);
      throw error;
    }
    return replacingOutput(handle, path, temporary, target);
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

function throughOutput(handle: FileHandle, path: string): Output {
  return {
    write: (text) => written(handle, path, text),
    commit: () => handle.close(),
    abandon: () => undefined,
  };
}

function replacingOutput(handle: FileHandle, path: string, temporary: string, target: string): Output {
  return {
    write: (text) => written(handle, path, text),
    async commit() {
      try {
        // A disk that is full may say so only now.
        await handle.sync();
        await handle.close();
        await rename(temporary, target);
      } catch (error) {
        throw fileFailure(path, error);
      }
    },
    abandon() {
      try {
        unlinkSync(temporary);
      } catch {
        // It is gone already.
      }
    },
  };
}

async function written(handle: FileHandle, path: string, text: string): Promise<void> {
  try {
    await handle.writeFile(text);
  } catch (error) {
    throw fileFailure(path, error);
  }
}
