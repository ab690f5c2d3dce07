import { suiteSize } from 'virtual:behaviour';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import type { EngineClient } from './engine/client.js';
import type { Agreement } from './engine/protocol.js';
import { Figure } from './figure.js';
import { callThem, isSame, type Pair, type Tongue } from './naming.js';
import { summarise, type AgreementSummary } from './statistics.js';

/** How often both columns say the same about the project's own test texts. */
export class AgreementFigure {
  readonly figure: Figure;
  readonly #tongue: Tongue;
  readonly #client: EngineClient;
  readonly #texts: readonly string[];
  #pair: Pair | undefined;

  constructor(tongue: Tongue, client: EngineClient, texts: readonly string[]) {
    this.#tongue = tongue;
    this.#client = client;
    this.#texts = texts;
    this.figure = new Figure('figure-agreement', tongue.words.agreement, '');
    this.figure.root.classList.add('joint');
    this.clear();
  }

  clear(): void {
    this.#pair = undefined;
    this.figure.both.replaceChildren(element('p', { class: 'value' }, '–'));
    this.figure.mean(this.#tongue.words.agreementHint(format.count(this.#texts.length)));
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
      const message = error instanceof Error ? error.message : String(error);
      this.figure.mean(this.#tongue.words.comparisonStopped(message));
      return undefined;
    }
  }

  #show(pair: Pair, answers: Agreement, summary: AgreementSummary): void {
    const { texts, sameLabel, meanDifference, largestDifference, largestAt } = summary;
    const { words } = this.#tongue;
    const share = sameLabel / texts;
    const bar = element('div', { class: 'bar wide', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', String(share));
    this.figure.both.replaceChildren(
      element('p', { class: 'value' }, words.sameLabel(format.percent(share, 1))),
      bar,
      element(
        'p',
        { class: 'value-note' },
        words.sameLabelOf(format.count(sameLabel), format.count(texts), format.count(suiteSize)),
      ),
    );
    if (isSame(pair)) {
      this.figure.mean(words.agreeOnAll);
      return;
    }
    const scores = {
      left: format.score(answers.left[largestAt]!.score),
      right: format.score(answers.right[largestAt]!.score),
    };
    this.figure.mean(
      words.furthest(
        format.difference(meanDifference),
        format.difference(largestDifference),
        this.#texts[largestAt]!,
        callThem(pair, this.#tongue),
        scores,
      ),
    );
  }
}
