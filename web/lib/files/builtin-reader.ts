import type { FileReader } from './platform.js';

interface WithNode {
  process?: { getBuiltinModule?: (name: 'node:fs') => typeof import('node:fs') };
}

/**
 * The reader of a build for pages that runs in Node all the same: in Jest with jsdom, or bundled. Such a build cannot
 * import `node:fs`, since bundlers for pages would stumble over it. From Node 20.16; `undefined` in pages.
 */
export function builtinReader(): FileReader | undefined {
  const { process } = globalThis as WithNode;
  if (typeof process?.getBuiltinModule !== 'function') return undefined;
  const { promises } = process.getBuiltinModule('node:fs');
  return (address) => promises.readFile(address);
}
