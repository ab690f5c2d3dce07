import type { Plugin } from 'vite';

/** A module that no file holds: `code` writes it while the page is built. */
export function virtualModule(name: string, code: () => string | Promise<string>): Plugin {
  const resolved = `\0${name}`;
  return {
    name: `sentibyte-${name.replace('virtual:', '')}`,
    resolveId: (id) => (id === name ? resolved : undefined),
    load: (id) => (id === resolved ? code() : undefined),
  };
}
