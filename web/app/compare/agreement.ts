import { suiteSize } from 'virtual:behaviour';
import { element } from '../dom.js';
import type { EngineClient } from '../engine/client.js';
import type { Agreement } from '../engine/protocol.js';
import * as format from '../format.js';
import { Figure } from './figure.js';
import { callThem, isSame } from './naming.js';
import type { Pair } from './naming.js';
import { summarise } from './statistics.js';
import type { AgreementSummary } from './statistics.js';

/** How often both columns say the same about the project's own test texts. */
export class AgreementFigure {
  readonly figure = new Figure('figure-agreement', 'Agreement', '');
  readonly #client: EngineClient;
  readonly #texts: readonly string[];
  #pair: Pair | undefined;

  constructor(client: EngineClient, texts: readonly string[]) {
    this.#client = client;
    this.#texts = texts;
    this.figure.root.classList.add('joint');
    this.clear();
  }

  clear(): void {
    this.#pair = undefined;
    this.figure.both.replaceChildren(element('p', { class: 'value' }, '–'));
    this.figure.mean(
      `Both columns read the page’s ${format.count(this.#texts.length)} test texts; how often do they say the same?`,
    );
  }

  /** Resolves with the summary, or with nothing if the columns changed meanwhile. */
  async run(pair: Pair): Promise<AgreementSummary | undefined> {
    this.#pair = pair;
    try {
      const answers = await this.#client.ask({ kind: 'agreement', texts: [...this.#texts] });
      if (this.#pair !== pair || this.#texts.length === 0) return undefined;
      const summary = summarise(answers);
      this.#show(pair, answers, summary);
      return summary;
    } catch (error) {
      // An engine that was exchanged meanwhile ends the run; the new pair starts its own.
      if (this.#pair !== pair) return undefined;
      this.figure.mean(`The comparison stopped: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  #show(pair: Pair, answers: Agreement, summary: AgreementSummary): void {
    const { texts, sameLabel, meanDifference, largestDifference, largestAt } = summary;
    const share = sameLabel / texts;
    const bar = element('div', { class: 'bar wide', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(share));
    this.figure.both.replaceChildren(
      element('p', { class: 'value' }, `${format.percent(share, 1)} the same label`),
      bar,
      element(
        'p',
        { class: 'value-note' },
        `${format.count(sameLabel)} of ${format.count(texts)} texts, taken evenly from the ${format.count(suiteSize)} of our behaviour suite`,
      ),
    );
    if (isSame(pair)) {
      this.figure.mean('Both columns run the same thing, so they agree on everything.');
      return;
    }
    const names = callThem(pair);
    const left = answers.left[largestAt]!;
    const right = answers.right[largestAt]!;
    this.figure.mean(
      `On average the intensities lie ${format.difference(meanDifference)} apart. Furthest, ` +
        `${format.difference(largestDifference)}, on “${this.#texts[largestAt]!}”: ${names.left} says ` +
        `${format.score(left.score)}, ${names.right} ${format.score(right.score)}.`,
    );
  }
}
