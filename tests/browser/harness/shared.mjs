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

/**
 * How long, in milliseconds, the page may take for anything: a machine a few times slower than usual, its cores busy
 * with something else. Costs nothing where things work.
 */
export const PATIENCE = 60_000;

/**
 * For `waitFor`: whether an element can be clicked, by a driver that clicks where it last saw it. That is when it is
 * there, enabled, and where it was two frames ago.
 */
export async function standsStill(selector) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const place = () => {
    const found = document.querySelector(selector);
    if (!found || found.disabled || found.offsetParent === null) return undefined;
    const { x, y, width, height } = found.getBoundingClientRect();
    return [x, y, width, height].join();
  };
  document.querySelector(selector)?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = place();
  await frame();
  await frame();
  return before !== undefined && place() === before;
}

/** A question to a page, for the message of one that was never answered well. */
export const told = (body, args) => `${body} with ${JSON.stringify(args)}`;

/** Asks `question` again until it answers something true; gives that, or rejects after `timeout` ms. */
export async function poll(question, { timeout = PATIENCE, every = 50, what = 'a condition' } = {}) {
  const end = Date.now() + timeout;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
