/** What a normalised character is to the cutting rules (docs/TOKENIZER.md section 2). */
export const enum Kind {
  Word = 0,
  Space = 1,
  Symbol = 2,
  /** A word of its own: kana and Han. */
  Single = 3,
}

const SINGLES: readonly (readonly [number, number])[] = [
  [0x3040, 0x30fa],
  [0x30fc, 0x30ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
];

const SYMBOLS: readonly (readonly [number, number])[] = [
  [0x21, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0x7e],
  [0xa1, 0xbf],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x60c, 0x60c],
  [0x61b, 0x61b],
  [0x61f, 0x61f],
  [0x964, 0x965],
  [0x2010, 0x2027],
  [0x2030, 0x205e],
  [0x20a0, 0x20cf],
  [0x2100, 0x214f],
  [0x2190, 0x2bff],
  [0x2e00, 0x2e7f],
  [0x3001, 0x303f],
  [0x30fb, 0x30fb],
  [0xfe10, 0xfe6f],
  [0xff01, 0xff0f],
  [0xff1a, 0xff20],
  [0xff3b, 0xff40],
  [0xff5b, 0xff65],
  [0xfffc, 0xfffd],
];

/** Pictographs: the only symbols above the Basic Multilingual Plane. */
const FIRST_PICTOGRAPH = 0x1f000;
const LAST_PICTOGRAPH = 0x1faff;

/** The kind of every code point of the Basic Multilingual Plane: the cutter asks several times a character. */
const BASIC_KINDS = /* @__PURE__ */ buildBasicKinds();

function buildBasicKinds(): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (const [first, last] of SYMBOLS) kinds.fill(Kind.Symbol, first, last + 1);
  for (const [first, last] of SINGLES) kinds.fill(Kind.Single, first, last + 1);
  kinds[0x20] = Kind.Space;
  return kinds;
}

export function kindOf(code: number): Kind {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- the table holds nothing else
  if (code < 0x10000) return BASIC_KINDS[code]!;
  return code >= FIRST_PICTOGRAPH && code <= LAST_PICTOGRAPH ? Kind.Symbol : Kind.Word;
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isLowerAscii(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

export function isUpperAscii(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}
