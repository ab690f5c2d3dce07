// The built page on a server, under a path of its own, with faults that hosts have.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { serve } from '../harness.mjs';

const root = fileURLToPath(new URL('../../../site', import.meta.url));
/** Not the root of the origin: the page must work under any path. */
const folder = '/some/where/';

const script = (before, file) => ({ type: 'text/javascript', body: `${before}\n${file.toString('utf8')}` });

/** What a host sends instead of a file. */
const faults = {
  missing: () => ({ status: 404, body: '<h1>Not found</h1>' }),
  // Hosts of single-page applications answer everything with their index.html.
  html: () => ({ body: '<!doctype html><title>Welcome</title>' }),
  damaged: (file) => ({
    type: 'application/octet-stream',
    body: Buffer.from(file.map((byte, i) => (i >= 64 && i % 7 === 1 ? byte ^ 0xff : byte))),
  }),
  // A browser that lacks something: what runs before the script takes it away.
  'without WebAssembly': (file) => script('delete self.WebAssembly;', file),
  'without SIMD': (file) => script('WebAssembly.validate = () => false;', file),
  slow: (file) => ({ type: 'application/octet-stream', body: file, delay: 2000 }),
  cut: (file) => ({ type: 'application/octet-stream', body: file.subarray(0, file.length >> 1) }),
};

/** The answers that spoil the assets whose name matches `pattern`. */
function spoiled(pattern, how) {
  const names = readdirSync(`${root}/assets`).filter((name) => pattern.test(name));
  if (names.length === 0) throw new Error(`site/assets has nothing like ${pattern}`);
  return Object.fromEntries(
    names.map((name) => [`${folder}assets/${name}`, faults[how](readFileSync(`${root}/assets/${name}`))]),
  );
}

/** Blobs as a host with compression sends them. */
function compressed() {
  const names = readdirSync(`${root}/assets`).filter((name) => name.endsWith('.sbm'));
  const answer = (name) => ({
    type: 'application/octet-stream',
    headers: { 'content-encoding': 'gzip' },
    body: gzipSync(readFileSync(`${root}/assets/${name}`), { level: 1 }),
  });
  return Object.fromEntries(names.map((name) => [`${folder}assets/${name}`, answer(name)]));
}

/**
 * Serves site/. `fault` is `{ files: pattern, how }`, with `how` one of the names above; `recover()` ends it. `replace` puts
 * another content in the place of a file. `headers` go with every answer.
 */
export async function serveSite({ fault, compress = false, headers = {} } = {}) {
  const answers = { ...(compress ? compressed() : {}), ...(fault ? spoiled(fault.files, fault.how) : {}) };
  const server = await serve({ [folder]: root }, { answers, headers });
  return {
    origin: server.url,
    url: `${server.url}${folder}`,
    requests: server.requests,
    replace: (name, type, body) => {
      answers[`${folder}${name}`] = { type, body };
    },
    recover: () => {
      for (const path of Object.keys(answers)) delete answers[path];
    },
    close: () => server.close(),
  };
}
