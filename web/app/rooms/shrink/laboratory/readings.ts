import { element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { Opened, Side, Speed, Trial } from '../engine/protocol.js';
import type { Share } from './statistics.js';
import type { LaboratoryWords } from './words/index.js';

/** A value with its name over it and a note under it. */
class Figure {
  readonly root: HTMLElement;
  readonly #value = element('dd', { class: 'value' }, '–');
  readonly #note = element('dd', { class: 'value-note' });

  constructor(id: string, name: string) {
    this.root = element('div', { id: `figure-${id}` }, element('dt', {}, name), this.#value, this.#note);
  }

  show(value: string, note: string): void {
    this.#value.textContent = value;
    this.#note.textContent = note;
  }
}

/** What is known of a made model beside the original. */
export interface Findings {
  agreement: Share;
  accuracy: Share;
  originalAccuracy: Share;
  difference: number;
}

/** Size, agreement, accuracy, error and speed, each once and each against the original. */
export class Readings {
  readonly root: HTMLElement;
  readonly #words: LaboratoryWords;
  readonly #size: Figure;
  readonly #agreement: Figure;
  readonly #accuracy: Figure;
  readonly #difference: Figure;
  readonly #speed: Figure;

  constructor(words: LaboratoryWords) {
    this.#words = words;
    this.#size = new Figure('size', words.size);
    this.#agreement = new Figure('agreement', words.agreement);
    this.#accuracy = new Figure('accuracy', words.accuracy);
    this.#difference = new Figure('difference', words.difference);
    this.#speed = new Figure('speed', words.speed);
    const figures = [this.#size, this.#agreement, this.#accuracy, this.#difference, this.#speed];
    this.root = element('dl', { class: 'readings' }, ...figures.map(({ root }) => root));
  }

  show(opened: Opened, trial: Trial, { agreement, accuracy, originalAccuracy, difference }: Findings): void {
    const words = this.#words;
    const percent = (share: number): string => format.percent(share, 1);
    this.#size.show(format.bytes(trial.bytes), words.sizeNote(format.bytes(opened.bytes)));
    this.#agreement.show(
      percent(agreement.share),
      words.agreementNote(
        format.count(agreement.hits),
        format.count(agreement.texts),
        percent(agreement.least),
        percent(agreement.most),
      ),
    );
    this.#accuracy.show(
      percent(accuracy.share),
      words.accuracyNote(
        format.count(accuracy.texts),
        percent(accuracy.least),
        percent(accuracy.most),
        percent(originalAccuracy.share),
      ),
    );
    this.#difference.show(format.difference(difference), words.differenceNote);
    this.#speed.show('–', words.speedWait);
  }

  showSpeed({ original, made }: Record<Side, Speed>): void {
    this.#speed.show(
      format.perSecond(made.median),
      this.#words.speedNote(
        format.ratio(made.median / original.median),
        format.perSecond(original.median),
        format.perSecond(made.slowest),
        format.perSecond(made.fastest),
      ),
    );
  }
}
