// What runs in the browser. scripts/bench-kernels.mjs bundles it and calls `measureKernels` and `measureModels`.
import createBench from '../../build/bench/kernels.mjs';
import { createEngine } from '../../web/lib/engine.ts';

async function time(run, times) {
  const start = performance.now();
  await run(times);
  return performance.now() - start;
}

/** How often to run for `milliseconds`: from the fastest of a few tries, as another program may hold the processor. */
async function timesFor(run, milliseconds) {
  let times = 1;
  for (;;) {
    let fastest = Infinity;
    for (let i = 0; i < 4; i += 1) fastest = Math.min(fastest, await time(run, times));
    if (fastest >= milliseconds / 4) return Math.max(1, Math.round((times * milliseconds) / fastest));
    times *= 2;
  }
}

/** Medians of `rounds` rounds, the contestants taking turns, so that a slow moment hits all of them. */
async function compare(contestants, rounds, milliseconds) {
  for (const one of contestants) {
    one.times = await timesFor(one.run, milliseconds);
    one.samples = [];
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const one of contestants) {
      one.samples.push(((await time(one.run, one.times)) / one.times) * 1000);
    }
  }
  return contestants.map(({ run: _, times: __, samples, ...rest }) => {
    samples.sort((a, b) => a - b);
    const at = (share) => samples[Math.round(share * (samples.length - 1))];
    return { ...rest, microseconds: at(0.5), best: samples[0], spread: (at(0.9) - at(0.1)) / at(0.5) };
  });
}

async function benchModule() {
  let exports;
  const bytes = await (await fetch('/build/kernels.wasm')).arrayBuffer();
  await createBench({
    instantiateWasm(imports, receive) {
      WebAssembly.instantiate(bytes, imports).then(({ instance, module }) => {
        exports = instance.exports;
        receive(instance, module);
      });
      return {};
    },
  });
  return exports;
}

async function measureKernels(pattern, rounds, milliseconds) {
  const module = await benchModule();
  if (!module.correct()) throw new Error('the kernels compute wrong results here');
  const text = (at) => {
    const bytes = new Uint8Array(module.memory.buffer);
    return new TextDecoder().decode(bytes.slice(at, bytes.indexOf(0, at)));
  };
  const wanted = new RegExp(pattern);
  const cases = Array.from({ length: module.count() }, (_, index) => ({
    name: text(module.name(index)),
    unit: text(module.unit(index)),
    ceiling: text(module.ceiling(index)),
    work: module.work(index),
    run: (times) => module.run(index, times),
  })).filter(({ name }) => name.startsWith('ceiling') || wanted.test(name));
  return compare(cases, rounds, milliseconds);
}

async function ownEngine(name, precision, kernels) {
  const blob = new Uint8Array(await (await fetch(`/build/${name}.${precision}.sbm`)).arrayBuffer());
  const file = `${precision}-${kernels}.wasm`;
  const wasm = { [kernels]: new URL(`/engine/${file}`, location.href) };
  return createEngine({ blob, precision: precision === 'int8' ? 'int8' : 'float', kernels, wasm });
}

async function measureModels(name, tokens, rounds, milliseconds) {
  const ids = Uint16Array.from({ length: tokens }, (_, i) => (i * 7919 + 13) % 8192);
  const lengths = new Uint32Array([tokens]);
  const contestants = [];
  for (const precision of ['int8', 'float']) {
    for (const kernels of ['relaxed', 'simd', 'scalar']) {
      const engine = await ownEngine(name, precision, kernels);
      const run = (times) => {
        for (let i = 0; i < times; i += 1) engine.run(ids, lengths);
      };
      contestants.push({ name: `sentibyte ${precision} ${kernels}`, run });
    }
  }
  const ort = globalThis.ort;
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = '/ort/';
  for (const precision of ['int8', 'float']) {
    const bytes = new Uint8Array(
      await (await fetch(`/build/${name}.${tokens}.${precision}.onnx`)).arrayBuffer(),
    );
    const session = await ort.InferenceSession.create(bytes, {
      executionProviders: ['wasm'],
      graphOptimizationLevel: 'all',
    });
    const feeds = { ids: new ort.Tensor('int64', BigInt64Array.from(ids, BigInt), [tokens]) };
    const run = async (times) => {
      for (let i = 0; i < times; i += 1) await session.run(feeds);
    };
    contestants.push({ name: `onnxruntime-web ${precision}`, run });
  }
  return compare(contestants, rounds, milliseconds);
}

globalThis.bench = { measureKernels, measureModels };
