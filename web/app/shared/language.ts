/** The languages of the interface. What the model reads is English whichever is chosen. */
export const LANGUAGES = ['en', 'zh-CN'] as const;

export type Language = (typeof LANGUAGES)[number];

/** One table of words per language; the compiler sees to it that all have the same keys. */
export type Tables<Words> = Readonly<Record<Language, Words>>;

/** The first of the visitor's languages that there is a table for, else English. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const [base] = tag.toLowerCase().split('-');
    if (base === 'en') return 'en';
    if (base === 'zh') return 'zh-CN';
  }
  return 'en';
}
