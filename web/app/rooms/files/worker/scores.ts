import type { Label, Sentiment } from '../../../../lib/types.js';
import { LABELS } from '../../../shared/verdict.js';
import { Growing, lastAtMost } from './growing.js';

/** What stands for a label where there is no text to judge. */
const UNREADABLE = LABELS.length;

/** The sixth decimal, to which results are rounded wherever they are written: whole numbers of it lose nothing. */
const MICRO = 1e6;
const micro = (value: number): number => Math.round(value * MICRO);

/** A row that could not be read: where, and why. */
export interface Unreadable {
  line: number;
  error: string;
}

/** What was found of each row, in numbers alone: 21 bytes a row. */
export class Scores {
  readonly #labels = new Growing((length) => new Uint8Array(length));
  readonly #scores = new Growing((length) => new Int32Array(length));
  readonly #confidences = new Growing((length) => new Int32Array(length));
  readonly #probabilities = LABELS.map(() => new Growing((length) => new Int32Array(length)));
  readonly #failed = {
    rows: new Growing((length) => new Uint32Array(length)),
    lines: new Growing((length) => new Float64Array(length)),
    errors: new Growing((length) => new Uint32Array(length)),
  };
  /** Each error once. */
  readonly #errors = new Map<string, number>();
  readonly #errorTexts: string[] = [];

  get rows(): number {
    return this.#labels.length;
  }

  get unreadable(): number {
    return this.#failed.rows.length;
  }

  add({ label, score, confidence, probabilities }: Sentiment): void {
    this.#push(LABELS.indexOf(label), score, confidence, probabilities);
  }

  addUnreadable({ line, error }: Unreadable): void {
    let known = this.#errors.get(error);
    if (known === undefined) {
      known = this.#errorTexts.push(error) - 1;
      this.#errors.set(error, known);
    }
    this.#failed.rows.push(this.rows);
    this.#failed.lines.push(line);
    this.#failed.errors.push(known);
    this.#push(UNREADABLE, 0, 0, { negative: 0, neutral: 0, positive: 0 });
  }

  /** The label of a row; absent where it could not be read. */
  label(row: number): Label | undefined {
    return LABELS[this.#labels.at(row)];
  }

  /** The score in millionths. */
  microScore(row: number): number {
    return this.#scores.at(row);
  }

  microConfidence(row: number): number {
    return this.#confidences.at(row);
  }

  /** What was said of a row that could be read, as it is written: to six decimals. */
  sentiment(row: number): Sentiment {
    const [negative, neutral, positive] = this.#probabilities.map((column) => column.at(row) / MICRO);
    return {
      label: this.label(row) ?? 'neutral',
      score: this.#scores.at(row) / MICRO,
      confidence: this.#confidences.at(row) / MICRO,
      probabilities: { negative: negative!, neutral: neutral!, positive: positive! },
      // Nothing that is written or shown of a row asks for it.
      coverage: 1,
    };
  }

  /** Why a row could not be read; `undefined` where it could. */
  failure(row: number): Unreadable | undefined {
    const { rows, lines, errors } = this.#failed;
    const at = lastAtMost(rows, row);
    if (at < 0 || rows.at(at) !== row) return undefined;
    return { line: lines.at(at), error: this.#errorTexts[errors.at(at)]! };
  }

  #push(label: number, score: number, confidence: number, probabilities: Sentiment['probabilities']): void {
    this.#labels.push(label);
    this.#scores.push(micro(score));
    this.#confidences.push(micro(confidence));
    LABELS.forEach((name, i) => {
      this.#probabilities[i]!.push(micro(probabilities[name]));
    });
  }
}
