const TEXT_NAME =
  /^(?:text|texts|review|review.?text|comment|comments|body|content|message|tweet|sentence|feedback|opinion|description|answer)$/i;
const LONGEST_NAME = 60;
const MOST_WORDS_OF_A_NAME = 5;
/** Words beyond which a longer text is no better candidate. */
const ENOUGH_WORDS = 40;
/** How much a name that says "text" counts. */
const NAME_BONUS = 3;

/** Whether `first` names the columns of `others`. */
export function looksLikeHeader(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const names = first.map((cell) => cell.trim());
  const isList =
    names.every((name) => name !== '' && name.length <= LONGEST_NAME && !isNumber(name)) &&
    names.every((name) => wordsOf(name).length <= MOST_WORDS_OF_A_NAME && !/[.!?]$/.test(name)) &&
    new Set(names).size === names.length;
  if (!isList) return false;
  if (names.some((name) => TEXT_NAME.test(name))) return true;
  if (others.length === 0) return false;
  return names.some((name, at) => {
    const values = others.map((cells) => cells[at]!);
    // A word over numbers, or a short word over texts.
    return share(values, isNumber) > 0.8 || meanWords(values) >= 3 * wordsOf(name).length + 1;
  });
}

/** The column that looks like text: many words, letters, few repetitions; -1 where there is none. */
export function textColumn(columns: readonly (readonly string[])[], names: readonly string[]): number {
  let best = -1;
  let most = -1;
  columns.forEach((values, at) => {
    const isNamedText = TEXT_NAME.test(names[at]?.trim() ?? '');
    const different = values.length === 0 ? 1 : new Set(values).size / values.length;
    const letters = values.length === 0 ? 1 : share(values, (value) => /\p{L}/u.test(value));
    const words = Math.min(ENOUGH_WORDS, meanWords(values));
    const points = (words * different + (isNamedText ? NAME_BONUS : 0)) * letters;
    if (points > most) [best, most] = [at, points];
  });
  return best;
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}

function meanWords(values: readonly string[]): number {
  if (values.length === 0) return 0;
  return values.reduce((sum, value) => sum + wordsOf(value).length, 0) / values.length;
}

function share(values: readonly string[], holds: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(holds).length / values.length;
}

function isNumber(cell: string): boolean {
  return cell.trim() !== '' && /^[-+]?[\d.,:/%\s-]+$/.test(cell);
}
