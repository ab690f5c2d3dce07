// The built page as GitHub Pages sends it: text, code and WebAssembly compressed with gzip, models as they are, and all of it
// kept by the browser for ten minutes.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { serve } from '../../tests/browser/harness.mjs';

const root = fileURLToPath(new URL('../../site/', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

function answerFor(path) {
  const type = TYPES[extname(path)];
  const file = readFileSync(root + path);
  const headers = { 'cache-control': 'max-age=600' };
  if (!type) return { type: 'application/octet-stream', headers, body: file };
  return { type, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(file) };
}

/** Starts the host. `bytes(paths)` is what it sent for them, without headers. */
export async function startHost() {
  const paths = readdirSync(root, { recursive: true }).filter((path) => statSync(root + path).isFile());
  const answers = Object.fromEntries(paths.map((path) => [`/${path}`, answerFor(path)]));
  answers['/'] = answers['/index.html'];
  const server = await serve(root, { answers });
  return {
    url: `${server.url}/`,
    requests: server.requests,
    bytes: (asked) => asked.reduce((sum, path) => sum + (answers[path]?.body.length ?? 0), 0),
    close: () => server.close(),
  };
}
