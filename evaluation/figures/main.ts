// npm run figure:accuracy: models/results/accuracy.svg, accuracy on SST-2 dev against what a page downloads.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accuracyFigure } from '../chart/figure.js';
import { messageOf } from '../failure.js';
import { root } from '../paths.js';
import { accuracyPoints } from './points.js';
import { resultsFolder } from '../results.js';

const CAPTION = 'Accuracy on SST-2 sentences against the bytes that a page downloads before its first score.';

try {
  if (!existsSync(join(root, 'build/page/index.js')))
    throw new Error('no build/page/index.js: run npm run build first');
  const points = await accuracyPoints(root, join(root, 'models'));
  writeFileSync(join(resultsFolder(root), 'accuracy.svg'), accuracyFigure(points, CAPTION));
  for (const { name, kind, bytes, accuracy } of points) {
    const title = kind === 'float' ? `${name}, 32 bits` : name;
    const megabytes = (bytes / 1e6).toFixed(3).padStart(8);
    console.log(`${title.padEnd(22)} ${megabytes} MB ${(100 * accuracy).toFixed(1).padStart(6)} %`);
  }
} catch (error) {
  process.stderr.write(`figure-accuracy: ${messageOf(error)}\n`);
  process.exitCode = 1;
}
