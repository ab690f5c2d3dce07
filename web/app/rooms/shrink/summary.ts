import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import type { Speed } from './engine/protocol.js';
import { callThem, isSame, type Pair, type Tongue } from './naming.js';
import type { AgreementSummary } from './statistics.js';

/** What has been found about the two columns so far. */
interface Findings {
  speeds?: Record<'left' | 'right', Speed>;
  agreement?: AgreementSummary;
}

/** "3.9 times smaller", "1.2 times larger", or nothing where there is nothing to speak of. */
function factor(
  mine: number,
  other: number,
  less: (ratio: string) => string,
  more: (ratio: string) => string,
): string | undefined {
  const ratio = other / mine;
  if (ratio >= 1.05) return less(format.ratio(ratio));
  if (ratio <= 0.95) return more(format.ratio(1 / ratio));
  return undefined;
}

/** The whole comparison in a few words, which grow as figures come in. */
export class Summary {
  readonly root = element('p', { class: 'summary' });
  readonly #tongue: Tongue;
  readonly #say: (sentence: string) => void;
  #pair: Pair | undefined;
  #findings: Findings = {};

  /** `say` tells a screen reader. */
  constructor(tongue: Tongue, say: (sentence: string) => void) {
    this.#tongue = tongue;
    this.#say = say;
  }

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
    this.root.textContent = this.#sentence(pair);
    this.#say(this.root.textContent);
  }

  #sentence(pair: Pair): string {
    const { words } = this.#tongue;
    if (isSame(pair)) return words.same;
    const names = callThem(pair, this.#tongue);
    const { speeds, agreement } = this.#findings;
    const parts = [
      factor(pair.left.blob.raw, pair.right.blob.raw, words.smaller, words.larger),
      speeds && factor(1 / speeds.left.median, 1 / speeds.right.median, words.faster, words.slower),
    ].filter((part) => part !== undefined);
    const equal = speeds ? words.noGainMeasured(names) : words.noGain(names);
    const gain = words.sentence(parts.length > 0 ? words.gain(names, parts) : equal);
    const cost = agreement
      ? words.sameAnswers(
          format.percent(agreement.sameLabel / agreement.texts, 1),
          format.count(agreement.texts),
        )
      : '';
    return [gain, cost, speeds ? '' : words.howFast].filter((part) => part !== '').join(' ');
  }
}
