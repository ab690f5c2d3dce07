import { LANGUAGES, preferredLanguage, type Language } from '../shared/language.js';

/** Colours as the system has them, or as the visitor wants them. */
export const THEMES = ['system', 'light', 'dark'] as const;

export type Theme = (typeof THEMES)[number];

/** What a visitor has chosen in the header, kept between visits where the browser allows it. */
export class Settings {
  /** Holds until the page is left, whatever the storage does. */
  readonly #chosen = new Map<string, string>();
  readonly #storage: () => Storage;
  readonly #wanted: readonly string[];

  constructor(storage: () => Storage, wanted: readonly string[]) {
    this.#storage = storage;
    this.#wanted = wanted;
  }

  get language(): Language {
    return this.#read('sentibyte.language', LANGUAGES) ?? preferredLanguage(this.#wanted);
  }

  set language(language: Language) {
    this.#write('sentibyte.language', language);
  }

  get theme(): Theme {
    return this.#read('sentibyte.theme', THEMES) ?? 'system';
  }

  set theme(theme: Theme) {
    this.#write('sentibyte.theme', theme);
  }

  #read<Value extends string>(key: string, known: readonly Value[]): Value | undefined {
    let kept: string | null | undefined = this.#chosen.get(key);
    try {
      kept ??= this.#storage().getItem(key);
    } catch {
      // Denied: nothing was kept.
    }
    return known.find((value) => value === kept);
  }

  #write(key: string, value: string): void {
    this.#chosen.set(key, value);
    try {
      this.#storage().setItem(key, value);
    } catch {
      // Denied or full: the choice is not kept for the next visit.
    }
  }
}
