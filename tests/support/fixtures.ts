import { readFileSync } from 'node:fs';

const FOLDER = new URL('../golden/engine/', import.meta.url);

/** Bytes of a fixture blob of tests/golden/engine. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`${name}.sbm`, FOLDER)));
}

/** Name and committed hash of every fixture: see tests/engine/support/fingerprint.h. */
export function fingerprints(): [name: string, hash: string][] {
  return readFileSync(new URL('fingerprints.txt', FOLDER), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string]);
}
