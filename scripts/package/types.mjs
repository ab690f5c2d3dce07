// Declarations as a package needs them: those that its entries name, directly or through others.
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/**
 * Copies the declarations of `entries` and what they import from one folder to another.
 * @param {string} from
 * @param {string} to
 * @param {readonly string[]} entries names without their ending
 */
export function copyTypes(from, to, entries) {
  const known = new Set();
  const copy = (name) => {
    if (known.has(name)) return;
    known.add(name);
    const file = `${name}.d.ts`;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
    for (const [, path] of readFileSync(join(from, file), 'utf8').matchAll(/from '(\.[^']+)\.js'/g)) {
      copy(normalize(join(dirname(name), path)));
    }
  };
  entries.forEach(copy);
}
