// Runs bench/kernels/page.mjs in Chromium and prints its tables. scripts/bench-kernels builds what it needs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { launch, serve } from '../tests/browser/harness.mjs';

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    kernels: { type: 'string', default: 'simd|relaxed' },
    models: { type: 'string', default: '.' },
    rounds: { type: 'string', default: '61' },
    milliseconds: { type: 'string', default: '2' },
  },
});
const rounds = Number(options.rounds);
const milliseconds = Number(options.milliseconds);
const FOLDER = 'build/bench';
const VOCABULARY = 8192;
const LONGEST = 128;

const encoder = (width) => ({
  family: 'encoder',
  shape: { vocabulary: VOCABULARY, width, layers: 2, heads: 4, hidden: 4 * width, longest: LONGEST },
});
const MODELS = {
  'encoder-128': encoder(128),
  'encoder-256': encoder(256),
  cnn: {
    family: 'cnn',
    shape: { vocabulary: VOCABULARY, width: 128, filters: 128, size: 5, longest: LONGEST },
  },
};
const LENGTHS = [32, 128];

async function bundle() {
  mkdirSync(FOLDER, { recursive: true });
  for (const extension of ['mjs', 'wasm']) {
    writeFileSync(
      `${FOLDER}/kernels.${extension}`,
      readFileSync(`build/wasm-bench/bin/kernels.${extension}`),
    );
  }
  const shared = { bundle: true, format: 'esm', target: 'es2022', logLevel: 'warning' };
  await build({
    ...shared,
    entryPoints: ['bench/kernels/page.mjs'],
    outfile: `${FOLDER}/page.js`,
    external: ['module'],
  });
  await build({
    ...shared,
    platform: 'node',
    entryPoints: ['bench/kernels/blob.mjs'],
    outfile: `${FOLDER}/blob.mjs`,
  });
}

async function writeModels() {
  const blobs = await import(new URL(`../${FOLDER}/blob.mjs`, import.meta.url));
  const onnx = await import('../bench/kernels/onnx.mjs');
  for (const [name, { family, shape }] of Object.entries(MODELS)) {
    for (const precision of ['int8', 'float']) {
      const write = family === 'cnn' ? blobs.cnnBlob : blobs.encoderBlob;
      writeFileSync(`${FOLDER}/${name}.${precision}.sbm`, write(precision, shape));
      const writeOnnx = family === 'cnn' ? onnx.cnnOnnx : onnx.encoderOnnx;
      for (const tokens of LENGTHS) {
        writeFileSync(`${FOLDER}/${name}.${tokens}.${precision}.onnx`, writeOnnx(precision, tokens, shape));
      }
    }
  }
}

const LAYERS_OF = ['small', 'nano'];
const SENTENCE = 24; // pieces of an ordinary one

const percent = (share) => `${Math.round(share * 100)} %`;

function printKernels(cases) {
  const rate = ({ work, microseconds }) => work / microseconds / 1000;
  const ceilings = new Map(cases.filter(({ ceiling }) => !ceiling).map((one) => [one.name, rate(one)]));
  console.log('\nKernels: median, share of the ceiling measured in the same run, spread (p10 to p90)\n');
  console.log(
    `${'case'.padEnd(44)}${'us'.padStart(10)}${'G/s'.padStart(9)}${'ceiling'.padStart(9)}${'spread'.padStart(8)}`,
  );
  for (const one of cases) {
    const unit = one.unit === 'MAC' ? 'MAC' : 'el.';
    const share = one.ceiling ? percent(rate(one) / ceilings.get(one.ceiling)) : '';
    console.log(
      one.name.padEnd(44) +
        one.microseconds.toFixed(2).padStart(10) +
        `${rate(one).toFixed(1)} ${unit}`.padStart(11) +
        share.padStart(7) +
        percent(one.spread).padStart(8),
    );
  }
}

/**
 * Where the time of a shipped model goes: what multiplies, layer by layer, and all the rest. By the best runs: medians of parts
 * and of the whole do not add up where other programs disturb.
 */
function printLayers(model, results) {
  const rate = ({ work, best }) => work / best / 1000;
  const ceilings = new Map(
    results.filter(({ name }) => name.startsWith('ceiling')).map((one) => [one.name, rate(one)]),
  );
  const columns = (...cells) => cells.map((cell) => String(cell).padStart(10)).join('');
  for (const kernels of ['relaxed', 'simd']) {
    const whole = results.find(({ name }) => name === `whole ${kernels}`).best;
    const layers = results.filter(({ layer, name }) => layer && name.split(' ')[1] === kernels);
    console.log(`\n${model} ${kernels}, ${SENTENCE} pieces: ${whole.toFixed(0)} us\n`);
    console.log(''.padEnd(40) + columns('MMAC', 'us', 'of all', 'GMAC/s', 'ceiling'));
    for (const one of layers) {
      const { layer, name, work, best, ceiling } = one;
      console.log(
        `${layer.padEnd(16)}${name.split(' ').slice(2).join(' ').padEnd(24)}` +
          columns(
            (work / 1e6).toFixed(2),
            best.toFixed(1),
            percent(best / whole),
            rate(one).toFixed(1),
            ceiling ? percent(rate(one) / ceilings.get(ceiling)) : '',
          ),
      );
    }
    const sum = (key) => layers.reduce((total, one) => total + one[key], 0);
    const rest = whole - sum('best');
    console.log(
      'all that multiply'.padEnd(40) +
        columns((sum('work') / 1e6).toFixed(2), sum('best').toFixed(1), percent(sum('best') / whole)),
    );
    console.log('the rest'.padEnd(40) + columns('', rest.toFixed(1), percent(rest / whole)));
  }
}

/** Ratios of medians and, where other programs disturb, of the best runs. */
function printModels(title, results) {
  const columns = (...cells) => cells.map((cell) => String(cell).padStart(10)).join('');
  const of = (name) => results.find((one) => one.name === name);
  const int8 = of('onnxruntime-web int8');
  const float = of('onnxruntime-web float');
  console.log(`\n${title}`);
  console.log(
    ''.padEnd(24) +
      columns('median us', 'ORT int8', 'ORT float', 'best us', 'ORT int8', 'ORT float', 'spread'),
  );
  for (const one of results) {
    const ratios = (key) => [int8, float].map((peer) => `${(peer[key] / one[key]).toFixed(1)}x`);
    console.log(
      one.name.padEnd(24) +
        columns(one.microseconds.toFixed(1), ...ratios('microseconds')) +
        columns(one.best.toFixed(1), ...ratios('best'), percent(one.spread)),
    );
  }
}

function printSizes() {
  const glue = brotliCompressSync(readFileSync('web/lib/generated/glue.js')).length;
  console.log('\nModules, brotli, with their glue\n');
  for (const precision of ['int8', 'float']) {
    for (const kernels of ['relaxed', 'simd', 'scalar']) {
      const size = brotliCompressSync(readFileSync(`web/lib/engine/${precision}-${kernels}.wasm`)).length;
      console.log(
        `${`${precision}-${kernels}`.padEnd(16)}${((size + glue) / 1000).toFixed(1).padStart(6)} kB`,
      );
    }
  }
}

await bundle();
await writeModels();
const server = await serve(
  {
    '/build/': FOLDER,
    '/engine/': 'web/lib/engine',
    '/models/': 'models',
    '/ort/': 'bench/kernels/node_modules/onnxruntime-web/dist',
  },
  {
    answers: {
      '/': {
        body: '<!doctype html><title>bench</title><script src="/ort/ort.wasm.min.js"></script><script type="module" src="/build/page.js"></script>',
      },
    },
    // Isolated: the clock ticks every 5 us and not every 100.
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  },
);
const browser = await launch('chromium');
try {
  const page = await browser.newPage();
  await page.goto(`${server.url}/`);
  await page.waitFor(() => globalThis.bench !== undefined && globalThis.ort !== undefined);
  console.log(`Chromium ${browser.version}, one thread`);
  const asked = (part) => options.only === undefined || options.only === part;
  if (asked('layers')) {
    for (const model of LAYERS_OF.filter((one) => new RegExp(options.models).test(one))) {
      printLayers(
        model,
        await page.evaluate(
          (...args) => globalThis.bench.measureLayers(...args),
          model,
          SENTENCE,
          rounds,
          milliseconds,
        ),
      );
    }
  }
  if (asked('kernels')) {
    printKernels(
      await page.evaluate(
        (...args) => globalThis.bench.measureKernels(...args),
        options.kernels,
        rounds,
        milliseconds,
      ),
    );
  }
  if (asked('models')) {
    for (const name of Object.keys(MODELS).filter((one) => new RegExp(options.models).test(one))) {
      for (const tokens of LENGTHS) {
        printModels(
          `${name}, ${tokens} tokens`,
          await page.evaluate(
            (...args) => globalThis.bench.measureModels(...args),
            name,
            tokens,
            rounds,
            milliseconds,
          ),
        );
      }
    }
  }
  printSizes();
} finally {
  await browser.close();
  await server.close();
}
