import { element } from '../../shared/dom.js';

/** A table whose first column names the rows; on a narrow screen it scrolls sideways in its own frame. */
export function dataTable(
  name: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): HTMLElement {
  return element(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': name },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text)))),
      element(
        'tbody',
        {},
        ...rows.map(([first = '', ...others]) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, first),
            ...others.map((text) => element('td', {}, text)),
          ),
        ),
      ),
    ),
  );
}
