// What a user of the library waits for, in Node, each with its limit; fails where one is over it. Processor time: what
// else the machine does at the moment is none of the library's. Blobs that are named are read a sentence with beside ours:
//   npm run bench:library -- [BLOB...]
import { readFileSync } from 'node:fs';
import { createEngine } from '../../dist/node/engine.js';
import { createAnalyzer } from '../../dist/node/index.js';
import { createQuantizer } from '../../dist-lab/node/quantizer.js';

/** The middle of some runs, in milliseconds. */
async function median(run, rounds) {
  const times = [];
  for (let round = 0; round < rounds; ++round) {
    const start = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  return times.sort((a, b) => a - b)[rounds >> 1];
}

function report(what, value, limit) {
  const isOver = value > limit;
  if (isOver) process.exitCode = 1;
  console.log(
    `${what.padEnd(40)} ${value.toFixed(1).padStart(6)} ms, limit ${limit}${isOver ? ': over it' : ''}`,
  );
}

const nano = new Uint8Array(readFileSync('models/nano.sbm'));
const start = async () => {
  (await createEngine({ blob: nano, precision: 'int8', kernels: 'simd' })).dispose();
};
await start(); // compiles the module, once
report('nano: instance, self-test, unpacking', await median(start, 15), 40);

const quantizer = await createQuantizer();
const small = new Uint8Array(readFileSync('models/small.float.sbm'));
report('small: quantized', await median(() => quantizer.quantize(small), 5), 300);

const SENTENCE =
  'We waited an hour for a table, the waiter was lovely about it, and the soup that came in the end was worth every minute of it.';
const CALLS = 200;
const files = ['models/small.sbm', 'models/nano.sbm', ...process.argv.slice(2)];
const readers = await Promise.all(
  files.map((file) => createAnalyzer({ model: new Uint8Array(readFileSync(file)), kernels: 'simd' })),
);
// In turn, so that what the machine does meanwhile meets all of them.
const times = files.map(() => []);
for (let round = 0; round < 15; ++round) {
  for (const [i, reader] of readers.entries()) {
    times[i].push(
      await median(() => {
        for (let call = 0; call < CALLS; ++call) reader.analyze(SENTENCE);
      }, 1),
    );
  }
}
console.log(`\n${SENTENCE.split(' ').length} words, simd kernels, one thread:`);
for (const [i, file] of files.entries()) {
  const middle = times[i].sort((a, b) => a - b)[times[i].length >> 1] / CALLS;
  console.log(`${file.padEnd(40)} ${middle.toFixed(3).padStart(6)} ms`);
}
