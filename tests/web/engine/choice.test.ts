import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { createEngine } from '../../../web/lib/engine.js';
import { accepts } from '../../../web/lib/engine/kernels.js';
import { fixture } from '../../support/fixtures.js';

const blob = fixture('cnn');
const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../../web/lib/engine/${name}.wasm`, import.meta.url)));

afterEach(() => {
  jest.restoreAllMocks();
});

/** `fetch` that answers each call alike. */
function answer(body: BodyInit, init: ResponseInit): void {
  jest.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response(body, init)));
}

describe('the choice of kernels', () => {
  test('is the best that this engine accepts', async () => {
    const engine = await createEngine({ blob, precision: 'int8' });
    expect(engine.kernels).toBe(accepts('relaxed') ? 'relaxed' : 'simd');
  });

  test('falls back where a module does not compile, and says why where nothing else is allowed', async () => {
    const wasm = {
      scalar: bytesOf('int8-scalar'),
      simd: bytesOf('int8-simd').slice(0, 5000),
      relaxed: new Uint8Array([1, 2, 3]),
    };
    expect((await createEngine({ blob, precision: 'int8', wasm })).kernels).toBe('scalar');
    await expect(createEngine({ blob, precision: 'int8', kernels: 'simd', wasm })).rejects.toMatchObject({
      code: 'engine',
    });
  });

  test('falls back where the self-test fails', async () => {
    const { instantiate } = await import('../../../web/lib/engine/instance.js');
    const module = await instantiate(await WebAssembly.compile(bytesOf('int8-simd')));
    expect(module.selfTest()).toBe(true);
    expect(module.kernels()).toBe('simd');
    // The same module with another instruction in the place of its dot products: valid, and wrong.
    const broken = breakMultiplication(bytesOf('int8-simd'));
    const engine = await createEngine({
      blob,
      precision: 'int8',
      wasm: { relaxed: broken, simd: broken, scalar: bytesOf('int8-scalar') },
    });
    expect(engine.kernels).toBe('scalar');
  });

  test('is among the modules that were given: no other is looked for elsewhere', async () => {
    const wasm = { simd: bytesOf('int8-simd') };
    const base = 'https://nowhere.example/';
    expect((await createEngine({ blob, precision: 'int8', wasm, base })).kernels).toBe('simd');
  });

  test('a policy that forbids to compile is named at once, before anything is fetched', async () => {
    const fetched = jest.spyOn(globalThis, 'fetch');
    jest.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('blocked by CSP'));
    await expect(
      createEngine({ blob, precision: 'int8', base: 'https://nowhere.example/' }),
    ).rejects.toMatchObject({ code: 'unsupported', message: expect.stringContaining("'wasm-unsafe-eval'") });
    expect(fetched).not.toHaveBeenCalled();
  });

  test('where nothing may be compiled, a module that was compiled elsewhere runs', async () => {
    const simd = await WebAssembly.compile(bytesOf('int8-simd'));
    jest.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError('forbidden'));
    expect((await createEngine({ blob, precision: 'int8', wasm: { simd } })).kernels).toBe('simd');
  });

  test('a missing TextDecoder is named', async () => {
    const original = globalThis.TextDecoder;
    Reflect.deleteProperty(globalThis, 'TextDecoder');
    try {
      await expect(createEngine({ blob, precision: 'int8' })).rejects.toMatchObject({
        code: 'unsupported',
        message: expect.stringContaining('TextDecoder'),
      });
    } finally {
      globalThis.TextDecoder = original;
    }
  });

  test('without WebAssembly there is one clear error', async () => {
    const original = globalThis.WebAssembly;
    Reflect.deleteProperty(globalThis, 'WebAssembly');
    try {
      await expect(createEngine({ blob, precision: 'int8' })).rejects.toMatchObject({ code: 'unsupported' });
    } finally {
      globalThis.WebAssembly = original;
    }
  });
});

describe('where a module comes from', () => {
  const create = (simd: string | URL | Uint8Array | ArrayBuffer | WebAssembly.Module): Promise<unknown> =>
    createEngine({ blob, precision: 'int8', kernels: 'simd', wasm: { simd } });

  test('bytes, an ArrayBuffer, a compiled module', async () => {
    const bytes = bytesOf('int8-simd');
    await expect(create(bytes)).resolves.toMatchObject({ file: { bytes: bytes.byteLength } });
    await expect(create(bytes.buffer)).resolves.toMatchObject({ file: { bytes: bytes.byteLength } });
    await expect(create(await WebAssembly.compile(bytes))).resolves.toMatchObject({ file: { bytes: 0 } });
  });

  test('an address, compiled as it arrives', async () => {
    const bytes = bytesOf('int8-simd');
    answer(bytes, { headers: { 'content-type': 'application/wasm' } });
    await expect(create('https://one.example/e.wasm')).resolves.toMatchObject({
      file: { address: 'https://one.example/e.wasm', bytes: bytes.byteLength },
    });
  });

  test('an address whose server does not know the type', async () => {
    answer(bytesOf('int8-simd'), { headers: { 'content-type': 'application/octet-stream' } });
    await expect(create('https://two.example/e.wasm')).resolves.toMatchObject({ kernels: 'simd' });
  });

  test('HTML in its place is named as that', async () => {
    answer('<!doctype html>', { headers: { 'content-type': 'text/html' } });
    await expect(create('https://three.example/e.wasm')).rejects.toMatchObject({
      code: 'engine',
      message: expect.stringContaining('text/html') as unknown,
    });
  });

  test('HTML that calls itself WebAssembly is damaged', async () => {
    answer('<!doctype html>', { headers: { 'content-type': 'application/wasm' } });
    await expect(create('https://four.example/e.wasm')).rejects.toMatchObject({ code: 'engine' });
  });

  test('a missing file is a network error, and asked for again the next time', async () => {
    answer('', { status: 404 });
    await expect(create('https://five.example/e.wasm')).rejects.toMatchObject({ code: 'network' });
    answer(bytesOf('int8-simd'), { headers: { 'content-type': 'application/wasm' } });
    await expect(create('https://five.example/e.wasm')).resolves.toBeDefined();
    await expect(create(new URL('file:///nowhere/e.wasm'))).rejects.toMatchObject({ code: 'network' });
  });

  test('another WebAssembly module is refused', async () => {
    const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
    await expect(create(empty)).rejects.toMatchObject({ code: 'engine' });
  });
});

/** The module with its first i16x8 dot product replaced by one that adds instead. */
function breakMultiplication(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  // i32x4.dot_i16x8_s is 0xfd 0xba 0x01; i32x4.mul, 0xfd 0xb5 0x01, has the same operands and result.
  const broken = new Uint8Array(bytes);
  for (let i = 0; i + 2 < broken.length; i += 1) {
    if (broken[i] === 0xfd && broken[i + 1] === 0xba && broken[i + 2] === 1) broken[i + 1] = 0xb5;
  }
  return broken;
}
