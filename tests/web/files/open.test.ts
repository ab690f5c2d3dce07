import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { builtinReader } from '../../../web/lib/files/builtin-reader.js';
import { NODE } from '../../../web/lib/files/node-platform.js';
import { openFile, readWhole } from '../../../web/lib/files/open.js';
import type { FileSource, LoadProgress } from '../../../web/lib/types.js';

// A busy machine may need more than the usual five seconds.
jest.setTimeout(60_000);

const BYTES = Uint8Array.from({ length: 300_000 }, (_, i) => i % 251);
let server: Server;
let answer: RequestListener;

beforeAll(async () => {
  server = createServer((request, response) => {
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
});
afterAll(() => {
  server.close();
});

function address(): URL {
  return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/some.sbm`);
}

interface Options {
  onProgress?: ((progress: LoadProgress) => void) | undefined;
  signal?: AbortSignal;
  readFile?: typeof NODE.readFile;
}

async function read(source: FileSource, options: Options = {}): Promise<Uint8Array> {
  const { onProgress, signal, readFile } = options;
  const file = await openFile(source, { what: 'The given file', readFile, signal });
  return readWhole(file, onProgress, signal);
}

describe('a file', () => {
  test('gives the bytes and reports them as they come', async () => {
    answer = (_, response) => {
      response.setHeader('content-length', BYTES.length);
      response.end(BYTES);
    };
    const seen: LoadProgress[] = [];
    expect(await read(address(), { onProgress: (progress) => seen.push(progress) })).toEqual(BYTES);
    expect(seen.at(-1)).toEqual({ loaded: BYTES.length, total: BYTES.length });
    expect(seen.every(({ loaded }, i) => loaded > (seen[i - 1]?.loaded ?? 0))).toBe(true);
  });

  test('needs no listener, and no length', async () => {
    answer = (_, response) => void response.end(BYTES);
    expect(await read(address())).toEqual(BYTES);
  });

  test('gives no total where the length is unknown', async () => {
    answer = (_, response) => {
      response.write(BYTES.subarray(0, 1000));
      response.end(BYTES.subarray(1000));
    };
    const seen: LoadProgress[] = [];
    await read(address(), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ loaded: BYTES.length });
  });

  test('names the status of a refusal', async () => {
    answer = (_, response) => {
      response.statusCode = 404;
      response.end('no such file');
    };
    await expect(read(address())).rejects.toMatchObject({
      code: 'network',
      message: `${address().href} was answered with status 404.`,
    });
  });

  test('says when the file stops arriving', async () => {
    answer = (_, response) => {
      response.setHeader('content-length', BYTES.length);
      response.write(BYTES.subarray(0, 5000));
      setTimeout(() => response.destroy(), 20);
    };
    for (const onProgress of [undefined, () => undefined]) {
      await expect(read(address(), { onProgress })).rejects.toMatchObject({ code: 'network' });
    }
  });

  test('says when nobody answers', async () => {
    await expect(read(new URL('http://127.0.0.1:1/some.sbm'))).rejects.toMatchObject({
      code: 'network',
    });
  });

  test('can be given up before and while it loads', async () => {
    await expect(read(address(), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
    answer = (_, response) => void response.write(BYTES.subarray(0, 5000));
    for (const onProgress of [undefined, () => undefined]) {
      const controller = new AbortController();
      setTimeout(() => {
        controller.abort(new Error('changed my mind'));
      }, 30);
      await expect(read(address(), { signal: controller.signal, onProgress })).rejects.toMatchObject({
        code: 'aborted',
        cause: new Error('changed my mind'),
      });
    }
  });

  test.each([
    ['the reader of Node', NODE.readFile],
    ['the reader of a build for pages that runs in Node', builtinReader()],
  ])('on disk is read by %s, where fetch cannot', async (_, readFile) => {
    const seen: LoadProgress[] = [];
    const tiny = new URL('../../golden/engine/tiny.sbm', import.meta.url);
    const bytes = await read(tiny, { readFile, onProgress: (progress) => seen.push(progress) });
    expect(new TextDecoder().decode(bytes.subarray(4, 8))).toBe('SBM1');
    expect(seen).toEqual([{ loaded: bytes.length, total: bytes.length }]);
    const missing = new URL('./missing.sbm', import.meta.url);
    await expect(read(missing, { readFile })).rejects.toMatchObject({
      code: 'network',
      message: `${missing.href} could not be read.`,
    });
  });

  test('on disk cannot be read where there is no reader', async () => {
    const tiny = new URL('../../golden/engine/tiny.sbm', import.meta.url);
    await expect(read(tiny)).rejects.toMatchObject({ code: 'network' });
  });

  test('that is given as bytes or as a buffer is taken as it is', async () => {
    const seen: LoadProgress[] = [];
    const onProgress = (progress: LoadProgress): unknown => seen.push(progress);
    expect(await read(BYTES, { onProgress })).toBe(BYTES);
    expect(await read(BYTES.buffer, { onProgress })).toEqual(BYTES);
    expect(seen).toEqual([]);
  });

  test('that is given as a buffer which was transferred is said to be gone', async () => {
    const buffer = new ArrayBuffer(8);
    structuredClone(buffer, { transfer: [buffer] });
    await expect(read(buffer)).rejects.toMatchObject({ name: 'SentibyteError', code: 'input' });
  });

  test('gives no total once more has come than was announced', async () => {
    const seen: LoadProgress[] = [];
    const answered = new Response(BYTES, { headers: { 'content-length': '10' } });
    await read(answered, { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ loaded: BYTES.length });
  });

  test('that is given as an answer is read from it, and its status counts', async () => {
    expect(await read(new Response(BYTES))).toEqual(BYTES);
    await expect(read(new Response('', { status: 500 }))).rejects.toMatchObject({
      code: 'network',
      message: 'The given file was answered with status 500.',
    });
  });

  test('may be given as what Next.js makes of new URL(): an object with a part of an address', async () => {
    answer = (_, response) => response.end(BYTES);
    const globals = globalThis as { location?: unknown };
    globals.location = { href: address().href };
    try {
      const partly = Object.create(URL.prototype, { href: { value: '/some.sbm' } }) as URL;
      expect(await read(partly)).toEqual(BYTES);
    } finally {
      delete globals.location;
    }
  });

  test('has to have a whole address where there is no page', async () => {
    await expect(read('models/some.sbm')).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('new URL("models/some.sbm", import.meta.url)') as unknown,
    });
  });
});
