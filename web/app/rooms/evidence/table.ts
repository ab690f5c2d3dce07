import { element } from '../../shared/dom.js';

/** Columns that have a name in common, or none. */
export interface ColumnGroup {
  name?: string;
  columns: number;
}

/**
 * A table whose first column names the rows, with `groups` of columns above their names; on a narrow screen it scrolls
 * sideways in its own frame.
 */
export function dataTable(
  name: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  groups: readonly ColumnGroup[] = [],
): HTMLElement {
  return element(
    'div',
    { class: 'table-frame', tabindex: 0, role: 'group', 'aria-label': name },
    element(
      'table',
      {},
      element(
        'thead',
        {},
        ...(groups.length > 0 ? [element('tr', {}, ...groups.map(groupCell))] : []),
        element('tr', {}, ...head.map((text) => element('th', { scope: 'col' }, text))),
      ),
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

function groupCell({ name, columns }: ColumnGroup): HTMLElement {
  return name === undefined
    ? element('td', { colspan: columns })
    : element('th', { scope: 'colgroup', colspan: columns }, name);
}
