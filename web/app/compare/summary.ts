import { element } from '../dom.js';
import type { Speed } from '../engine/protocol.js';
import * as format from '../format.js';
import { callThem, capital, isSame } from './naming.js';
import type { Pair } from './naming.js';
import type { AgreementSummary } from './statistics.js';

/** What has been found about the two columns so far. */
interface Findings {
  speeds?: Record<'left' | 'right', Speed>;
  agreement?: AgreementSummary;
}

/** "3.9 times smaller", "1.2 times larger", or nothing where there is nothing to speak of. */
function factor(mine: number, other: number, less: string, more: string): string | undefined {
  const ratio = other / mine;
  if (ratio >= 1.05) return `${format.times(ratio)} ${less}`;
  if (ratio <= 0.95) return `${format.times(1 / ratio)} ${more}`;
  return undefined;
}

/** The whole comparison in a few words, which grow as figures come in. */
export class Summary {
  readonly root = element('p', { class: 'summary', role: 'status' });
  #pair: Pair | undefined;
  #findings: Findings = {};

  /** Other engines: only their sizes are known. */
  begin(pair: Pair): void {
    this.#pair = pair;
    this.#findings = {};
    this.#write();
  }

  add(findings: Findings): void {
    Object.assign(this.#findings, findings);
    this.#write();
  }

  #write(): void {
    const pair = this.#pair;
    if (!pair) return;
    if (isSame(pair)) {
      this.root.textContent =
        'Both columns hold the same thing. Choose another model, precision or kernels on one side.';
      return;
    }
    const { left, right } = callThem(pair);
    const { speeds, agreement } = this.#findings;
    const parts = [
      factor(pair.left.blob.raw, pair.right.blob.raw, 'smaller', 'larger'),
      speeds && factor(1 / speeds.left.median, 1 / speeds.right.median, 'faster', 'slower'),
    ].filter((part) => part !== undefined);
    const gain =
      parts.length > 0
        ? `${capital(left)} is ${parts.join(' and ')} than ${right}.`
        : `${capital(left)} and ${right} weigh the same${speeds ? ' and are equally fast' : ''}.`;
    const cost = agreement
      ? ` Both give the same answer to ${format.percent(agreement.sameLabel / agreement.texts, 1)} of ${format.count(agreement.texts)} test texts.`
      : '';
    const open = speeds ? '' : ' How much faster? Measure the speed below.';
    this.root.textContent = gain + cost + open;
  }
}
