import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

/** What a device needs to know to keep the page among its programs. Addresses are relative to the manifest's own. */
const MANIFEST = {
  name: 'Sentibyte',
  short_name: 'Sentibyte',
  description: 'Sentiment, read on your own device.',
  start_url: './',
  scope: './',
  display: 'standalone',
  background_color: '#fbfaf7',
  theme_color: '#fbfaf7',
  icons: [{ src: './icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' }],
};

const shell = (file: string): Uint8Array =>
  readFileSync(fileURLToPath(new URL(`../shell/${file}`, import.meta.url)));

/**
 * The files that others know by name, at the root of the built page: the manifest, its icon, and the picture that goes with
 * a link. Programs that show links want the picture's whole address: SENTIBYTE_ADDRESS says where the page will lie.
 */
export function manifest(address = process.env.SENTIBYTE_ADDRESS): Plugin {
  return {
    name: 'sentibyte-manifest',
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(MANIFEST) });
      this.emitFile({ type: 'asset', fileName: 'icon.svg', source: shell('icon.svg') });
      this.emitFile({ type: 'asset', fileName: 'og.png', source: shell('og.png') });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
      {
        tag: 'meta',
        attrs: { property: 'og:image', content: address ? new URL('og.png', address).href : './og.png' },
        injectTo: 'head',
      },
    ],
  };
}
