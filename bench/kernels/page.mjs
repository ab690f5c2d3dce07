// What runs in the browser. scripts/bench-kernels.mjs bundles it and calls `measureKernels` and `measureModels`.
import createBench from '../../build/bench/kernels.mjs';
import { createEngine } from '../../web/lib/engine.ts';
import { matrixLayers } from './layers.mjs';

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

/** The cases of the module from number `from` on. */
function casesOf(module, from = 0) {
  const text = (at) => {
    const bytes = new Uint8Array(module.memory.buffer);
    return new TextDecoder().decode(bytes.slice(at, bytes.indexOf(0, at)));
  };
  return Array.from({ length: module.count() - from }, (_, number) => from + number).map((index) => ({
    name: text(module.name(index)),
    unit: text(module.unit(index)),
    ceiling: text(module.ceiling(index)),
    work: module.work(index),
    run: (times) => module.run(index, times),
  }));
}

async function checkedModule() {
  const module = await benchModule();
  if (!module.correct()) throw new Error('the kernels compute wrong results here');
  return module;
}

const isCeiling = ({ name }) => name.startsWith('ceiling');

async function measureKernels(pattern, rounds, milliseconds) {
  const wanted = new RegExp(pattern);
  const cases = casesOf(await checkedModule()).filter((one) => isCeiling(one) || wanted.test(one.name));
  return compare(cases, rounds, milliseconds);
}

const bytesOf = async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer());

/** The kernels of each layer of a shipped model that multiplies, and the whole model, in turns. */
async function measureLayers(name, pieces, rounds, milliseconds) {
  const module = await checkedModule();
  const ceilings = casesOf(module).filter(isCeiling);
  const blob = await bytesOf(`/models/${name}.sbm`);
  const layers = matrixLayers(blob, pieces).flatMap((layer) => {
    const from = module.count();
    if (layer.heads) module.add_attention(layer.tokens, layer.width, layer.heads);
    else module.add_gemm(layer.rows, layer.columns, layer.depth, layer.function, Number(layer.toCodes));
    return casesOf(module, from).map((one) => ({ ...one, layer: layer.name }));
  });
  const whole = [];
  for (const kernels of ['relaxed', 'simd']) {
    const engine = await engineOf(blob, 'int8', kernels);
    whole.push({ name: `whole ${kernels}`, run: runsOf(engine, pieces) });
  }
  return compare([...ceilings, ...layers, ...whole], rounds, milliseconds);
}

function engineOf(blob, precision, kernels) {
  const wasm = { [kernels]: new URL(`/engine/${precision}-${kernels}.wasm`, location.href) };
  return createEngine({ blob, precision, kernels, wasm });
}

const idsOf = (pieces, vocabulary) =>
  Uint16Array.from({ length: pieces }, (_, i) => (i * 7919 + 13) % vocabulary);

/** What runs the engine on a text of so many pieces. */
function runsOf(engine, pieces) {
  const ids = idsOf(pieces, engine.vocabulary);
  const lengths = new Uint32Array([pieces]);
  return (times) => {
    for (let i = 0; i < times; i += 1) engine.run(ids, lengths);
  };
}

async function measureModels(name, tokens, rounds, milliseconds) {
  const contestants = [];
  let ids;
  for (const precision of ['int8', 'float']) {
    const blob = await bytesOf(`/build/${name}.${precision}.sbm`);
    for (const kernels of ['relaxed', 'simd', 'scalar']) {
      const engine = await engineOf(blob, precision, kernels);
      ids = idsOf(tokens, engine.vocabulary);
      contestants.push({ name: `sentibyte ${precision} ${kernels}`, run: runsOf(engine, tokens) });
    }
  }
  const ort = globalThis.ort;
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmPaths = '/ort/';
  for (const precision of ['int8', 'float']) {
    const bytes = await bytesOf(`/build/${name}.${tokens}.${precision}.onnx`);
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

globalThis.bench = { measureKernels, measureLayers, measureModels };
