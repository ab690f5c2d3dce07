import { drawing, element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { CodedRow, WeightRow } from '../engine/protocol.js';
import { levelOf } from './grid.js';
import type { Setting } from './setting.js';
import type { LaboratoryWords } from './words/index.js';

const WIDTH = 420;
const HEIGHT = 170;
const AXIS = 22;
const BINS = 41;

const signed = (value: number): string => `${value < 0 ? '−' : ''}${Math.abs(value).toFixed(4)}`;
const whole = (value: number): string => String(value).replace('-', '−');
const ROUND = { nearest: 'round', floor: 'floor', 'signed-magnitude': 'trunc' } as const;

const largestOf = (weights: Float32Array): number =>
  weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);

/** A row of real weights as they were trained, and the levels that they snap to. */
export class WeightsPicture {
  readonly root: HTMLElement;
  readonly #words: LaboratoryWords;
  readonly #picture = element('div', { class: 'weights-picture' });
  readonly #note = element('p', { class: 'note' });
  readonly #formula = element('p', { class: 'formula' });

  constructor(words: LaboratoryWords) {
    this.#words = words;
    this.root = element(
      'section',
      { class: 'lab-weights', 'aria-labelledby': 'weights-title' },
      element('h2', { id: 'weights-title' }, words.weights),
      this.#picture,
      this.#note,
      element('h3', {}, words.formula),
      this.#formula,
    );
  }

  show({ weights, tensor }: WeightRow, row: CodedRow, rounding: Setting['rounding']): void {
    this.#note.textContent = this.#words.weightsNote(format.count(weights.length), tensor);
    this.#picture.replaceChildren(this.#draw(weights, row));
    this.#explain(weights, row, rounding);
  }

  /** The row is not in the model any more. */
  gone(): void {
    this.#note.textContent = this.#words.weightsGone;
  }

  /** With a weight that is far enough out that its code is not zero, where there is any other. */
  #explain(weights: Float32Array, row: CodedRow, rounding: Setting['rounding']): void {
    const wanted = largestOf(weights) * 0.6;
    const at = weights.reduce(
      (best, weight, i) => (Math.abs(weight - wanted) < Math.abs(weights[best]! - wanted) ? i : best),
      0,
    );
    const weight = weights[at]!;
    const code = row.codes[at]!;
    const level = levelOf(code, row);
    const { scale, zeroPoint } = row;
    const zero = zeroPoint === 0 ? '' : ` ${zeroPoint < 0 ? '−' : '+'} ${Math.abs(zeroPoint)}`;
    const steps = zeroPoint === 0 ? whole(code) : `(${whole(code)} − ${whole(zeroPoint)})`;
    this.#formula.replaceChildren(
      element(
        'span',
        {},
        `q = ${ROUND[rounding]}(${signed(weight)} ÷ ${signed(scale)})${zero} = ${whole(code)}`,
      ),
      element('span', {}, `w′ = ${signed(scale)} × ${steps} = ${signed(level)}`),
      element('span', {}, this.#words.off(Math.abs(level - weight).toFixed(4))),
    );
  }

  #draw(weights: Float32Array, row: CodedRow): SVGSVGElement {
    const edge = largestOf(weights) * 1.08 || 1;
    const x = (value: number): number => ((value + edge) / (2 * edge)) * WIDTH;
    const floor = HEIGHT - AXIS;
    const trained = new Array<number>(BINS).fill(0);
    for (const weight of weights) trained[Math.min(BINS - 1, Math.floor((x(weight) / WIDTH) * BINS))]!++;
    const snapped = new Map<number, number>();
    for (const code of row.codes) snapped.set(code, (snapped.get(code) ?? 0) + 1);
    const bar = (kind: string, left: number, width: number, share: number): SVGRectElement =>
      drawing('rect', {
        class: kind,
        x: left,
        width,
        y: floor - share * (floor - 4),
        height: share * (floor - 4),
      });
    const most = Math.max(...trained);
    const mostSnapped = Math.max(...snapped.values());
    const step = WIDTH / BINS;
    const width = Math.max(1.5, Math.min(10, (x(row.scale) - x(0)) * 0.5));
    const tick = (value: number, anchor: string): SVGTextElement =>
      drawing('text', { x: x(value), y: HEIGHT - 4, 'text-anchor': anchor }, signed(value));
    return drawing(
      'svg',
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: 'img',
        'aria-label': this.#words.weightsLabel(format.count(weights.length), format.count(snapped.size)),
      },
      ...trained.map((number, i) => bar('trained', i * step + 1, step - 2, number / most)),
      ...[...snapped].map(([code, number]) =>
        bar('level', x(levelOf(code, row)) - width / 2, width, number / mostSnapped),
      ),
      drawing('line', { class: 'axis', x1: 0, x2: WIDTH, y1: floor, y2: floor }),
      tick(-edge, 'start'),
      drawing('text', { x: x(0), y: HEIGHT - 4, 'text-anchor': 'middle' }, '0'),
      tick(edge, 'end'),
    );
  }
}
