// What a user of the library waits for, in Node, each with its limit; fails where one is over it. Processor time: what
// else the machine does at the moment is none of the library's. npm run bench:library
import { readFileSync } from 'node:fs';
import { createEngine } from '../../dist/node/engine.js';
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
