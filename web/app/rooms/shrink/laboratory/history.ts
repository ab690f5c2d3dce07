import { drawing, element } from '../../../shared/dom.js';
import * as format from '../../../shared/format.js';
import { bestFront } from './front.js';
import type { Setting } from './setting.js';
import { logTicks, type Share } from './statistics.js';
import type { LaboratoryWords } from './words/index.js';

const WIDTH = 420;
const HEIGHT = 300;
const FRAME = { left: 52, right: 410, top: 36, bottom: 246 };
/** Settings remembered; older ones make room. */
const KEPT = 60;

/** One model in the picture. */
export interface Tried {
  name: string;
  bytes: number;
  /** How often it is right. */
  accuracy: Share;
  /** How to get back to it; the originals have none. */
  recipe?: { model: string; setting: Setting };
}

const pointOf = (tried: Tried): { tried: Tried; bytes: number; share: number } => ({
  tried,
  bytes: tried.bytes,
  share: tried.accuracy.share,
});

/** What was tried, as points of download against right answers, with the best of them joined, and a way back to each of these. */
export class History {
  readonly root: HTMLElement;
  readonly #words: LaboratoryWords;
  readonly #back: (recipe: NonNullable<Tried['recipe']>) => void;
  readonly #picture = element('div');
  readonly #best = element('ul', { class: 'best' });
  readonly #tried = new Map<string, Tried>();
  readonly #originals = new Map<string, Tried>();

  /** `back` is called with a model that is to be made again. */
  constructor(words: LaboratoryWords, back: (recipe: NonNullable<Tried['recipe']>) => void) {
    this.#words = words;
    this.#back = back;
    this.root = element(
      'section',
      { class: 'lab-tried', 'aria-labelledby': 'tried-title' },
      element('h2', { id: 'tried-title' }, words.history),
      this.#picture,
      element('p', { class: 'note' }, words.historyNote),
      this.#best,
    );
  }

  /** A model that others are made of. */
  original(tried: Tried): void {
    this.#originals.set(tried.name, tried);
  }

  /** The newest is drawn last and full, with its interval. */
  add(tried: Tried): void {
    this.#tried.delete(tried.name);
    this.#tried.set(tried.name, tried);
    const [oldest] = this.#tried.keys();
    if (this.#tried.size > KEPT && oldest !== undefined) this.#tried.delete(oldest);
    const best = bestFront([...this.#tried.values()].map(pointOf)).map((point) => point.tried);
    this.#picture.replaceChildren(this.#draw(best));
    this.#best.replaceChildren(
      ...best.map((one) => {
        const button = element('button', { type: 'button', class: 'chip' }, this.#say(one));
        button.addEventListener('click', () => {
          if (one.recipe) this.#back(one.recipe);
        });
        return element('li', {}, button);
      }),
    );
  }

  #say({ name, bytes, accuracy }: Tried): string {
    return this.#words.point(name, format.bytes(bytes), format.percent(accuracy.share, 1));
  }

  #draw(best: readonly Tried[]): SVGSVGElement {
    const { left, right, top, bottom } = FRAME;
    const points = [...this.#tried.values()];
    const originals = [...this.#originals.values()];
    const all = [...originals, ...points];
    const sizes = all.map(({ bytes }) => Math.log(bytes));
    const [small, large] = [Math.min(...sizes) - 0.15, Math.max(...sizes) + 0.15];
    const x = (bytes: number): number =>
      left + ((Math.log(bytes) - small) / (large - small)) * (right - left);
    const lowest = Math.floor(Math.min(...all.map(({ accuracy }) => accuracy.share)) * 10) / 10;
    const least = Math.min(0.6, lowest);
    const y = (share: number): number => bottom - ((share - least) / (1 - least)) * (bottom - top);
    const at = ({ bytes, accuracy }: Tried): [number, number] => [x(bytes), y(accuracy.share)];

    const root = drawing('svg', {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': this.#words.historyLabel(all.map((one) => this.#say(one)).join('; ')),
    });
    for (let tenth = Math.round(least * 10); tenth <= 10; tenth++) {
      const height = y(tenth / 10);
      root.append(
        drawing('line', { class: 'tick', x1: left, x2: right, y1: height, y2: height }),
        drawing('text', { x: left - 8, y: height + 4, 'text-anchor': 'end' }, format.percent(tenth / 10)),
      );
    }
    for (const size of logTicks(Math.exp(small), Math.exp(large))) {
      const place = x(size);
      root.append(drawing('line', { class: 'tick', x1: place, x2: place, y1: top, y2: bottom }));
      const anchor = place < left + 24 ? 'start' : place > right - 24 ? 'end' : 'middle';
      root.append(drawing('text', { x: place, y: bottom + 18, 'text-anchor': anchor }, format.bytes(size)));
    }
    root.append(
      drawing('text', { x: right, y: HEIGHT - 8, 'text-anchor': 'end' }, `${this.#words.sizeAxis} →`),
      drawing('text', { x: 4, y: 16 }, `↑ ${this.#words.accuracyAxis}`),
    );
    if (best.length > 1) {
      const line = best.map((one, i) => `${i === 0 ? 'M' : 'L'}${at(one).join(' ')}`).join('');
      root.append(drawing('path', { class: 'front', d: line }));
    }
    for (const one of originals) {
      const [cx, cy] = at(one);
      const square = { class: 'original', x: cx - 6, y: cy - 6, width: 12, height: 12 };
      const name = { x: cx - 10, y: cy - 10, 'text-anchor': 'end' };
      root.append(
        drawing('rect', square, drawing('title', {}, this.#say(one))),
        drawing('text', name, one.name),
      );
    }
    points.forEach((one, i) => {
      const [cx, cy] = at(one);
      const newest = i === points.length - 1;
      if (newest) {
        const [low, high] = [y(Math.max(least, one.accuracy.least)), y(one.accuracy.most)];
        root.append(drawing('line', { class: 'interval', x1: cx, x2: cx, y1: low, y2: high }));
      }
      const dot = { class: newest ? 'newest' : 'older', cx, cy, r: newest ? 7 : 5 };
      root.append(drawing('circle', dot, drawing('title', {}, this.#say(one))));
    });
    return root;
  }
}
