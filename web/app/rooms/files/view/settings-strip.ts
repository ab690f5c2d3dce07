import { ENCODINGS, SEPARATORS, type Shape } from '../../../../lib/rows.js';
import { MODEL_NAMES } from '../../../../lib/types.js';
import { choice } from '../../../shared/choice.js';
import { element } from '../../../shared/dom.js';
import type { FileSession } from '../session.js';
import { columnNames, textColumnOf } from '../worker/columns.js';
import type { FilesWords } from '../words/index.js';

/** The name of a column, or its place. */
export function columnName(shape: Shape, column: number, words: FilesWords): string {
  const name = columnNames(shape)[column]?.trim() ?? '';
  return name === '' ? words.unnamed(String(column + 1)) : name;
}

/** How the file is read, as it was found out; each part can be changed. */
export class SettingsStrip {
  readonly root = element('div', { class: 'files-settings' });
  readonly #session: FileSession;
  readonly #words: FilesWords;
  /** What is drawn: it is made anew only when that changes, so that a choice keeps its focus. */
  #drawn = '';

  constructor(session: FileSession, words: FilesWords) {
    this.#session = session;
    this.#words = words;
  }

  show(): void {
    const { looked, options, model } = this.#session.state;
    const drawn = JSON.stringify([looked?.format, options, model]);
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    const focused = [...this.root.querySelectorAll('select')].findIndex(
      (one) => one === document.activeElement,
    );
    this.root.replaceChildren(...this.#choices());
    if (focused >= 0) this.root.querySelectorAll('select')[focused]?.focus();
  }

  #choices(): HTMLElement[] {
    const { looked, options, model } = this.#session.state;
    if (!looked) return [];
    const words = this.#words;
    const { encoding, shape } = looked.format;
    const chosen = [this.#column(shape), this.#kind(shape)];
    if (shape.kind === 'table') {
      const separators = SEPARATORS.map((one) => [one, words.separators[one]] as const);
      const headers = [
        ['yes', words.headers.yes],
        ['no', words.headers.no],
      ] as const;
      chosen.push(
        choice(words.separator, separators, shape.separator, (separator) => {
          this.#session.readAs({ separator });
        }),
        choice(words.header, headers, shape.header ? 'yes' : 'no', (value) => {
          this.#session.readAs({ hasHeader: value === 'yes' });
        }),
      );
    }
    const encodings = ENCODINGS.map((one) => [one, words.encodings[one]] as const);
    const models = MODEL_NAMES.map((one) => [one, words.models[one]] as const);
    chosen.push(
      choice(words.encoding, encodings, encoding, (value) => {
        this.#session.readAs({ encoding: value });
      }),
      choice(words.model, models, model, (value) => {
        this.#session.useModel(value);
      }),
    );
    if (encoding === 'windows-1252' && options.encoding === undefined) {
      chosen.push(element('p', { class: 'note' }, words.guessedEncoding));
    }
    if (textColumnOf(shape) < 0) chosen.push(element('p', { class: 'note' }, words.noTexts));
    return chosen;
  }

  #column(shape: Shape): HTMLElement {
    const words = this.#words;
    const names = columnNames(shape).map((_, i) => [String(i), columnName(shape, i, words)] as const);
    const column = textColumnOf(shape);
    const options = column < 0 ? [['-1', words.noColumn] as const, ...names] : names;
    const chosen = choice(words.column, options, String(column), (value) => {
      this.#session.useColumn(Number(value));
    });
    chosen.hidden = shape.kind === 'lines';
    return chosen;
  }

  #kind(shape: Shape): HTMLElement {
    const { kinds, kind } = this.#words;
    const options = (['table', 'json', 'lines'] as const).map((one) => [one, kinds[one]] as const);
    return choice(kind, options, shape.kind, (value) => {
      this.#session.readAs({ kind: value, separator: undefined, hasHeader: undefined });
    });
  }
}
