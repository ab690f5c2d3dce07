import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the first of `names` on PATH (or given as a path), or an error with the command to install it. */
export function findProgram(names, debianPackage) {
  for (const name of names) {
    const candidates = name.startsWith('/')
      ? [name]
      : (process.env.PATH ?? '').split(delimiter).map((at) => join(at, name));
    for (const path of candidates) {
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // The next one.
      }
    }
  }
  throw new Error(`${names[0]} is not installed: apt-get install ${debianPackage}`);
}

/** Asks `question` again until it answers something true; gives that, or rejects after `timeout` ms. */
export async function poll(question, { timeout = 15_000, every = 50, what = 'a condition' } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
