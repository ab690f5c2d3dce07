import {
  ALWAYS_CONTINUED,
  CONTINUED_BY_NUMBER,
  LONGEST_ABBREVIATION,
  MAYBE_CONTINUED,
} from './abbreviations.js';

/** A stretch of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/** Ends a sentence where white space follows, or the text ends. */
const TERMINATORS = '.!?…‽؟۔।॥։።፧။';
/** Ends a sentence whatever follows: scripts written without spaces. */
const CLOSED_TERMINATORS = '。！？｡';
/** Belong to the sentence before them: quotes and brackets that close. */
const CLOSERS = '"\'”’»›)]}」』】）〉》';

/** A line this long that goes on in lower case was wrapped by a mail program, not ended by its writer. */
const SHORTEST_WRAPPED_LINE = 50;

/** No decision looks further ahead, or takes in more at once: the work of a step is bounded. */
const LOOK_AHEAD = 64;
const MOST_MARKS = 4096;

const LINE_BREAKS = '\n\r\u2028\u2029';
const SPACE = /\s/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const WORD = /[\p{L}\p{N}]/u;
const DIGITS = /^\d+$/u;
/** Emoji and emoticons that follow a full stop comment on what was said. */
const COMMENT =
  /(?:(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{EMod}|\u200d|\ufe0f){1,64}|[:;=]['^o-]?[()[\]dDpP/\\|*]{1,64}(?![\p{L}\p{N}])|<3{1,64})/uy;

/**
 * Cuts a text into sentences. Together they hold every character that is not white space, once, in order; none is
 * empty, and none begins or ends with white space. A full stop inside a number, an address or after an abbreviation does
 * not end a sentence. Linear in the text's length.
 */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  new SentenceReader(text).read(text.length, sentences);
  return sentences;
}

/** `splitSentences`, a stretch of the text at a time. */
export class SentenceReader {
  /** All before it has been read. */
  at = 0;
  #lineStart = 0;
  /** One past the last character that is not white space. */
  #inkEnd = 0;
  #current: Span | undefined;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Reads up to `until`, or a little further where a sentence ends there. Each sentence is appended to `begun` when its first
   * character is met; its end is right once it is over.
   */
  read(until: number, begun: Span[]): void {
    const text = this.#text;
    const limit = Math.min(until, text.length);
    while (this.at < limit) {
      const { at } = this;
      const code = text.charCodeAt(at);
      if (isSpace(code)) {
        this.at = at + 1;
        if (!LINE_BREAKS.includes(text.charAt(at))) continue;
        if (text.startsWith('\r\n', at)) ++this.at;
        if (!isWrapped(text, this.#lineStart, at, this.at)) this.#cut();
        this.#lineStart = this.at;
        continue;
      }
      this.#inkEnd = at + 1;
      if (this.#current === undefined) begun.push((this.#current = { start: at, end: at }));
      const unit = text.charAt(at);
      const isClosed = code > 0x7f && CLOSED_TERMINATORS.includes(unit);
      if (!isClosed && !TERMINATORS.includes(unit)) {
        this.at = at + 1;
        continue;
      }
      const end = afterMarks(text, at);
      if (isClosed || endsSentence(text, this.#current.start, at, end)) {
        this.at = this.#inkEnd = afterComments(text, end);
        this.#cut();
      } else {
        this.at = this.#inkEnd = end;
      }
    }
    if (this.at >= text.length) this.#cut();
  }

  #cut(): void {
    if (this.#current !== undefined) this.#current.end = this.#inkEnd;
    this.#current = undefined;
  }
}

/** White space as `\s` has it. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13);
  return SPACE.test(String.fromCharCode(code));
}

/** One past the terminators and closing marks at `at`. */
function afterMarks(text: string, at: number): number {
  const farthest = Math.min(text.length, at + MOST_MARKS);
  let end = at + 1;
  while (end < farthest) {
    const unit = text.charAt(end);
    if (!TERMINATORS.includes(unit) && !CLOSED_TERMINATORS.includes(unit) && !CLOSERS.includes(unit)) break;
    ++end;
  }
  return end;
}

/** One past the emoji and emoticons, on the same line, that follow a sentence's end. */
function afterComments(text: string, end: number): number {
  for (const farthest = end + MOST_MARKS; end < farthest;) {
    const first = afterBlanks(text, end);
    COMMENT.lastIndex = first;
    if (!COMMENT.test(text)) return end;
    end = COMMENT.lastIndex;
  }
  return end;
}

function afterBlanks(text: string, at: number): number {
  const farthest = at + LOOK_AHEAD;
  while (at < farthest && (text.charAt(at) === ' ' || text.charAt(at) === '\u00a0')) ++at;
  return at;
}

/** Whether the marks `[at, end)`, which a sentence from `start` on has reached, end it. */
function endsSentence(text: string, start: number, at: number, end: number): boolean {
  if (end === text.length) return true;
  if (!SPACE.test(text.charAt(end))) return beginsComment(text, end);
  const next = nextCharacter(text, end);
  const goesOn = LOWER.test(next);
  const marks = text.slice(at, end);
  // "Really?" she said: a quotation, or a bracket, inside a sentence.
  if (goesOn && marks.length > 1 && CLOSERS.includes(marks.at(-1)!)) return false;
  // A pause: well... it was fine.
  if (marks.startsWith('..') || marks.startsWith('…')) return !goesOn;
  return !marks.startsWith('.') || !isAbbreviation(text, start, at, next, goesOn);
}

function beginsComment(text: string, at: number): boolean {
  COMMENT.lastIndex = at;
  return COMMENT.test(text);
}

/** The next character that is not white space, up to a line's end or two; empty where there is none. */
function nextCharacter(text: string, at: number): string {
  const farthest = Math.min(text.length, at + LOOK_AHEAD);
  while (at < farthest && SPACE.test(text.charAt(at))) ++at;
  const code = at < text.length ? text.codePointAt(at) : undefined;
  return code === undefined ? '' : String.fromCodePoint(code);
}

/** Whether the full stop at `at` belongs to the word before it. */
function isAbbreviation(text: string, start: number, at: number, next: string, goesOn: boolean): boolean {
  let first = at;
  const farthest = Math.max(start, at - LONGEST_ABBREVIATION - 1);
  while (first > farthest && (WORD.test(text.charAt(first - 1)) || text.charAt(first - 1) === '.')) --first;
  const word = text.slice(first, at);
  if (word.length === 0 || word.length > LONGEST_ABBREVIATION) return false;
  // The number of a list's entry: "2. Press the button."
  if (DIGITS.test(word)) return first === start;
  // An initial: "J. Smith". The pronoun is no initial.
  if (word.length === 1 && UPPER.test(word) && word !== 'I') return UPPER.test(next);
  const key = word.toLowerCase();
  if (CONTINUED_BY_NUMBER.has(key) && DIGITS.test(next)) return true;
  return (
    ALWAYS_CONTINUED.has(key) ||
    (MAYBE_CONTINUED.has(key) && !UPPER.test(next)) ||
    (goesOn && key.includes('.'))
  );
}

/** Whether the line `[start, end)` goes on in the next one, which begins at `next`. */
function isWrapped(text: string, start: number, end: number, next: number): boolean {
  if (end - start < SHORTEST_WRAPPED_LINE) return false;
  const last = text.charAt(end - 1);
  if (TERMINATORS.includes(last) || CLOSED_TERMINATORS.includes(last)) return false;
  const code = text.codePointAt(next);
  return code !== undefined && LOWER.test(String.fromCodePoint(code));
}
