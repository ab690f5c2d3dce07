import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fetchModel } from '../../../web/lib/loader/fetch-model.js';
import type { LoadProgress } from '../../../web/lib/types.js';

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

describe('fetchModel', () => {
  test('gives the bytes and reports them as they come', async () => {
    answer = (_, response) => {
      response.setHeader('content-length', BYTES.length);
      response.end(BYTES);
    };
    const seen: LoadProgress[] = [];
    expect(await fetchModel(address(), { onProgress: (progress) => seen.push(progress) })).toEqual(BYTES);
    expect(seen.at(-1)).toEqual({ loaded: BYTES.length, total: BYTES.length });
    expect(seen.every(({ loaded }, i) => loaded > (seen[i - 1]?.loaded ?? 0))).toBe(true);
  });

  test('needs no listener, and no length', async () => {
    answer = (_, response) => void response.end(BYTES);
    expect(await fetchModel(address(), {})).toEqual(BYTES);
  });

  test('gives no total where the length is unknown', async () => {
    answer = (_, response) => {
      response.write(BYTES.subarray(0, 1000));
      response.end(BYTES.subarray(1000));
    };
    const seen: LoadProgress[] = [];
    await fetchModel(address(), { onProgress: (progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual({ loaded: BYTES.length });
  });

  test('names the status of a refusal', async () => {
    answer = (_, response) => {
      response.statusCode = 404;
      response.end('no such file');
    };
    await expect(fetchModel(address(), {})).rejects.toMatchObject({
      code: 'network',
      message: `The model ${address().href} was answered with status 404.`,
    });
  });

  test('says when the file stops arriving', async () => {
    answer = (_, response) => {
      response.setHeader('content-length', BYTES.length);
      response.write(BYTES.subarray(0, 5000));
      setTimeout(() => response.destroy(), 20);
    };
    for (const onProgress of [undefined, () => undefined]) {
      await expect(fetchModel(address(), { onProgress })).rejects.toMatchObject({ code: 'network' });
    }
  });

  test('says when nobody answers', async () => {
    await expect(fetchModel(new URL('http://127.0.0.1:1/some.sbm'), {})).rejects.toMatchObject({
      code: 'network',
    });
  });

  test('can be given up before and while it loads', async () => {
    await expect(fetchModel(address(), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
    answer = (_, response) => void response.write(BYTES.subarray(0, 5000));
    for (const onProgress of [undefined, () => undefined]) {
      const controller = new AbortController();
      setTimeout(() => {
        controller.abort(new Error('changed my mind'));
      }, 30);
      await expect(fetchModel(address(), { signal: controller.signal, onProgress })).rejects.toMatchObject({
        code: 'aborted',
        cause: new Error('changed my mind'),
      });
    }
  });

  test('reads a file where fetch cannot', async () => {
    const seen: LoadProgress[] = [];
    const bytes = await fetchModel(new URL('../../golden/engine/tiny.sbm', import.meta.url), {
      onProgress: (progress) => seen.push(progress),
    });
    expect(new TextDecoder().decode(bytes.subarray(4, 8))).toBe('SBM1');
    expect(seen).toEqual([{ loaded: bytes.length, total: bytes.length }]);
    const missing = new URL('./missing.sbm', import.meta.url);
    await expect(fetchModel(missing, {})).rejects.toMatchObject({ code: 'network' });
  });
});
