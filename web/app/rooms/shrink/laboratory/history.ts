import { drawing, element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import type { LaboratoryWords } from './words/index.js';

const WIDTH = 480;
const HEIGHT = 260;
const FRAME = { left: 52, right: 464, top: 12, bottom: 216 };
/** Settings remembered; older ones make room. */
const KEPT = 60;

/** One model in the picture. */
export interface Tried {
  name: string;
  bytes: number;
  /** Share of the texts with the same answer as the original. */
  share: number;
}

/** What was tried, as points of size against agreement, with the shipped model beside them. */
export class History {
  readonly root: HTMLElement;
  readonly #words: LaboratoryWords;
  readonly #picture = element('div');
  readonly #note = element('p', { class: 'note' });
  readonly #tried = new Map<string, Tried>();
  #trained: Tried | undefined;
  #largest = 1;

  constructor(words: LaboratoryWords) {
    this.#words = words;
    this.root = element(
      'section',
      { class: 'lab-tried', 'aria-labelledby': 'tried-title' },
      element('h2', { id: 'tried-title' }, words.history),
      this.#picture,
      this.#note,
    );
  }

  begin(trained: Omit<Tried, 'name'>, original: number): void {
    this.#trained = { name: this.#words.trained, ...trained };
    this.#largest = original;
    this.#note.textContent = this.#words.trainedNote(
      format.percent(trained.share, 1),
      format.bytes(trained.bytes),
    );
  }

  /** The newest is drawn last and full. */
  add(tried: Tried): void {
    this.#tried.delete(tried.name);
    this.#tried.set(tried.name, tried);
    const [oldest] = this.#tried.keys();
    if (this.#tried.size > KEPT && oldest !== undefined) this.#tried.delete(oldest);
    this.#picture.replaceChildren(this.#draw());
  }

  #draw(): SVGSVGElement {
    const { left, right, top, bottom } = FRAME;
    const points = [...this.#tried.values()];
    const named = this.#trained ? [...points, this.#trained] : points;
    // The original is far to the right, and known: the axis ends where the largest that was made does.
    const widest = Math.min(this.#largest, 1.15 * Math.max(...named.map(({ bytes }) => bytes)));
    const x = (bytes: number): number => left + (bytes / widest) * (right - left);
    const y = (share: number): number => bottom - share * (bottom - top);
    const say = ({ name, bytes, share }: Tried): string =>
      this.#words.point(name, format.bytes(bytes), format.percent(share, 1));
    const root = drawing('svg', {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': this.#words.historyLabel(named.map(say).join('; ')),
    });
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      root.append(
        drawing('line', { class: 'tick', x1: left, x2: right, y1: y(share), y2: y(share) }),
        drawing('text', { x: left - 8, y: y(share) + 4, 'text-anchor': 'end' }, format.percent(share)),
      );
    }
    for (const part of [0, 0.5, 1]) {
      const anchor = part === 0 ? 'start' : part === 1 ? 'end' : 'middle';
      const place = { x: left + part * (right - left), y: bottom + 18, 'text-anchor': anchor };
      root.append(drawing('text', place, format.bytes(Math.round(part * widest))));
    }
    root.append(
      drawing('text', { x: right, y: HEIGHT - 6, 'text-anchor': 'end' }, `${this.#words.sizeAxis} →`),
      drawing('text', { x: left, y: HEIGHT - 6 }, `↑ ${this.#words.agreementAxis}`),
    );
    points.forEach((one, i) => {
      const kind = i === points.length - 1 ? 'newest' : 'older';
      const dot = { class: kind, cx: x(one.bytes), cy: y(one.share), r: kind === 'newest' ? 7 : 5 };
      root.append(drawing('circle', dot, drawing('title', {}, say(one))));
    });
    if (this.#trained) {
      const [cx, cy] = [x(this.#trained.bytes), y(this.#trained.share)];
      const diamond = `M${cx} ${cy - 8}L${cx + 8} ${cy}L${cx} ${cy + 8}L${cx - 8} ${cy}Z`;
      root.append(
        drawing('path', { class: 'trained', d: diamond }, drawing('title', {}, say(this.#trained))),
        drawing('text', { x: cx, y: cy + 24, 'text-anchor': 'middle' }, this.#trained.name),
      );
    }
    return root;
  }
}
