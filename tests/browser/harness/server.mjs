// A static server on 127.0.0.1, on a port that is free.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * Serves `folders` (one, or { '/prefix/': folder }). `answers` maps a path to what is sent instead of a file:
 * { body, type, status, headers, delay }, `delay` in milliseconds. `headers` go with every answer. `requests` fills with the paths asked for.
 */
export async function serve(folders, { answers = {}, headers = {} } = {}) {
  const roots = typeof folders === 'string' ? { '/': folders } : folders;
  const prefixes = Object.keys(roots).sort((a, b) => b.length - a.length);
  const requests = [];

  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(path);
    const answer = answers[path];
    if (answer) {
      setTimeout(() => {
        response.writeHead(answer.status ?? 200, {
          'content-type': answer.type ?? 'text/html; charset=utf-8',
          ...headers,
          ...answer.headers,
        });
        response.end(answer.body ?? '');
      }, answer.delay ?? 0);
      return;
    }
    const prefix = prefixes.find((start) => path.startsWith(start));
    const rest = normalize(path.slice(prefix?.length ?? 0) || 'index.html');
    const file =
      prefix &&
      !rest.startsWith('..') &&
      join(roots[prefix], rest.endsWith('/') ? `${rest}index.html` : rest);
    let size;
    try {
      const found = file && statSync(file);
      size = found?.isFile() ? found.size : undefined;
    } catch {
      // Answered below.
    }
    if (size === undefined) {
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8', ...headers })
        .end('<h1>Not found</h1>');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'content-type': type,
      'content-length': size,
      'cache-control': 'no-store',
      ...headers,
    });
    createReadStream(file).pipe(response);
  });

  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    requests,
    /** Cuts the network: what is open is dropped, what follows is refused. */
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}
