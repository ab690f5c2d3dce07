import lexicons from '../../../models/results/lexicons.json';
import published from '../../../models/results/peers.json';
import type { Point } from './scatter.js';

/** What a visitor could take instead: packages measured by this project, and models as published. */
export function peerPoints(): Point[] {
  const models = published.peers.map(({ name, sst2, split, bytes, counts, source }): Point => ({
    name,
    kind: counts === 'page' ? 'package' : 'weights',
    bytes,
    accuracy: sst2 / 100,
    source: `${source}${split === 'dev' ? '' : ` (on the ${split} sentences)`}`,
  }));
  const wordLists = lexicons.peers.map(({ name, version, downloadBytes, sets }): Point => ({
    name,
    kind: 'package',
    bytes: downloadBytes,
    accuracy: sets.sst2_dev.tiesHalf / 100,
    source: `Measured by this project (${lexicons.command}): ${name} ${version}; an undecided answer counts half`,
  }));
  return [...models, ...wordLists];
}
