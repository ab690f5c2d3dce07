import { resolve } from 'node:path';

/** The repository: scripts/run-ts runs every program there. */
export const root = process.cwd();

/** A file that the caller named, relative to where the caller stood. */
export function named(file: string): string {
  return resolve(process.env.INIT_CWD ?? root, file);
}
