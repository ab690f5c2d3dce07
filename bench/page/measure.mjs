// What somebody waits for who opens the page for the first time, in Chromium; fails where a figure is over its limit.
//   npm run bench:page -- [--runs N]
import { launch } from '../../tests/browser/harness.mjs';
import { startHost } from './host.mjs';
import { visit } from './visit.mjs';

const megabits = (count) => (count * 1e6) / 8;

/** Lines of a speed; the browser's own emulation slows them down. `limit` is that of the first score, in milliseconds. */
const LINES = [
  { name: 'no limit', latency: 0, throughput: -1 },
  { name: '9 Mbit/s, 60 ms', latency: 60, throughput: megabits(9), limit: 800 },
  { name: '1.6 Mbit/s, 150 ms', latency: 150, throughput: megabits(1.6) },
];

const at = process.argv.indexOf('--runs');
const runs = at < 0 ? 5 : Number(process.argv[at + 1]);
if (!Number.isInteger(runs) || runs < 1) throw new Error('--runs takes a number of runs');

const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

const host = await startHost();
const browser = await launch('chromium');
try {
  console.log(`median of ${runs} cold visits (slowest), gzip, models not compressed\n`);
  console.log(`${'line'.padEnd(20)}first paint     first score     small has read  requests   bytes`);
  for (const { name, limit, ...line } of LINES) {
    const visits = [];
    for (let run = 0; run < runs; run++) visits.push(await visit(browser.native, host, line));
    const figure = (key) => middle(visits.map((one) => one[key]));
    const time = (key) =>
      `${Math.round(figure(key))} ms (${Math.round(Math.max(...visits.map((one) => one[key])))})`.padEnd(16);
    const sizes = `${String(figure('requests')).padEnd(11)}${figure('bytes').toLocaleString('en')}`;
    console.log(`${name.padEnd(20)}${time('paint')}${time('score')}${time('small')}${sizes}`);
    if (limit !== undefined && figure('score') > limit) {
      console.log(`  the first score has a limit of ${limit} ms: over it`);
      process.exitCode = 1;
    }
  }
} finally {
  await browser.close();
  await host.close();
}
