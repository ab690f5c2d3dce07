import { element } from '../../../shared/dom.js';
import type { Looked } from '../worker/protocol.js';
import { columnNames, textColumnOf } from '../worker/columns.js';
import type { FilesWords } from '../words/index.js';
import { columnName } from './settings-strip.js';

/** The first rows of the file as they are read, with the column of the text marked. */
export function preview({ format, preview }: Looked, words: FilesWords): HTMLElement {
  const { shape } = format;
  const text = textColumnOf(shape);
  const mark = (column: number): Record<string, string> => (column === text ? { class: 'is-text' } : {});
  const head = columnNames(shape).map((_, column) =>
    element('th', { scope: 'col', ...mark(column) }, columnName(shape, column, words)),
  );
  const rows = preview.map((cells) =>
    element('tr', {}, ...head.map((_, column) => element('td', mark(column), cells[column] ?? ''))),
  );
  return element(
    'details',
    { class: 'files-preview' },
    element('summary', {}, words.preview),
    element(
      'div',
      { class: 'preview-frame', tabindex: 0, role: 'group', 'aria-label': words.preview },
      element(
        'table',
        {},
        ...(shape.kind === 'lines' ? [] : [element('thead', {}, element('tr', {}, ...head))]),
        element('tbody', {}, ...rows),
      ),
    ),
  );
}
