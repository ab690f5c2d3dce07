import { tradeoff } from 'virtual:tradeoff';
import { drawing, element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import type { ReadWords } from './words/index.js';

/** Side of the larger square in the drawing's own units. */
const SIDE = 100;

/** What the model weighs beside its 32-bit original, as two squares drawn to scale; leads to the room that tries it. */
export function tradeoffStrip(words: ReadWords): HTMLElement | undefined {
  if (!tradeoff) return undefined;
  const { int8, float, agreement, texts } = tradeoff;
  const inner = SIDE * Math.sqrt(int8 / float);
  const picture = drawing(
    'svg',
    { class: 'areas', viewBox: `-1 -1 ${SIDE + 2} ${SIDE + 2}`, 'aria-hidden': 'true' },
    drawing('rect', { class: 'float', x: 0, y: 0, width: SIDE, height: SIDE }),
    drawing('rect', { class: 'int8', x: 0, y: SIDE - inner, width: inner, height: inner }),
  );
  const size = (name: string, bytes: number, kind: string): HTMLElement =>
    element('div', { class: kind }, element('dt', {}, name), element('dd', {}, format.bytes(bytes)));
  return element(
    'a',
    { class: 'tradeoff-strip', href: '#shrink' },
    element('h2', { class: 'small-title' }, words.tradeoffTitle),
    picture,
    element('dl', {}, size(words.thisModel, int8, 'int8'), size(words.original, float, 'float')),
    element('p', { class: 'same' }, words.agreement(format.percent(agreement, 1), format.count(texts))),
    element('p', { class: 'onward' }, `${words.toShrink}\u00a0→`),
  );
}
