import { findings } from 'virtual:findings';
import { element } from '../../shared/dom.js';
import * as format from '../../shared/format.js';
import { dataTable } from './table.js';
import type { EvidenceWords } from './words/index.js';

/** What words for groups of people do to a score, which should be nothing. */
export function fairness(words: EvidenceWords): HTMLElement {
  const { texts, whole, kinds } = findings.fairness;
  const row = (name: string, { changed, largestMove }: typeof whole): string[] => [
    name,
    format.percent(changed / 100, 1),
    largestMove.toFixed(2),
  ];
  const rows = [
    row(words.allGroups, whole),
    ...Object.entries(kinds).map(([kind, figures]) => row(words.group(kind), figures)),
  ];
  return element(
    'section',
    { class: 'fairness', 'aria-labelledby': 'fairness-title' },
    element('h2', { id: 'fairness-title' }, words.fairness),
    element('p', { class: 'meaning' }, words.fairnessMean(format.count(texts))),
    dataTable(words.fairness, [words.groups, words.fairnessChanged, words.fairnessMove], rows),
  );
}
