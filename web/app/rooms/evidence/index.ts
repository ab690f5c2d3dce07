import './evidence.css';
import { points } from 'virtual:results';
import { element } from '../../shared/dom.js';
import type { Mount } from '../../shared/room.js';
import { behaviours } from './behaviours.js';
import { fairness } from './fairness.js';
import { precisionCost } from './precision-cost.js';
import { tradeoff } from './tradeoff.js';
import { evidenceWords } from './words/index.js';

/** What was counted beforehand: accuracy, abilities, limits. */
export const mount: Mount = (root, { language }) => {
  const words = evidenceWords[language];
  const chart = tradeoff(points, words);
  root.append(
    element(
      'div',
      { class: 'evidence' },
      element('h1', {}, words.title),
      element('p', { class: 'prose' }, words.intro),
      chart.root,
      precisionCost(words),
      behaviours(words),
      fairness(words),
      element(
        'section',
        { 'aria-labelledby': 'limits-title' },
        element('h2', { id: 'limits-title' }, words.limits),
        element('ul', { class: 'limits' }, ...words.limitsList.map((limit) => element('li', {}, limit))),
        element('p', { class: 'note' }, words.more),
      ),
    ),
  );
  return chart.end;
};
