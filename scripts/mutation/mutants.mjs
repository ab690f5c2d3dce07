// The small changes of a source file: one operator, constant, boundary or call each. `mutantsOf(text)` lists them as
// { at, before, after, line }.

/** What is code in `text`: comments, texts in quotes and what directives say become spaces. */
export function codeOf(text) {
  const masked = text.replace(
    /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|^[ \t]*#[^\n]*|(?<=[(=,:!?[]\s*)\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/gm,
    (match) => match.replace(/[^\n]/g, ' '),
  );
  // What is said of types and modules, and what the compiler checks itself, changes nothing that runs.
  return masked.replace(
    /^[ \t]*(?:import|export type|export interface|using|template|static_assert)\b[^\n]*/gm,
    (match) => ' '.repeat(match.length),
  );
}

const swap = (a, b) => [
  [a, b],
  [b, a],
];

/** Operators with a space on either side: a bracket of types has none. */
const OPERATORS = new Map([
  ...swap('<', '<='),
  ...swap('>', '>='),
  ...swap('==', '!='),
  ...swap('===', '!=='),
  ...swap('&&', '||'),
  ...swap('+', '-'),
  ...swap('+=', '-='),
  ...swap('<<', '>>'),
  ...swap('&', '|'),
  ['*', '+'],
  ['/', '*'],
  ['%', '+'],
]);
const WORDS = new Map([
  ...swap('true', 'false'),
  ...swap('std::min', 'std::max'),
  ...swap('Math.min', 'Math.max'),
  ...swap('Math.floor', 'Math.ceil'),
  ...swap('break', 'continue'),
]);

const RULES = [
  {
    pattern: /(?<= )(?:[<>]=?|[!=]==?|&&|\|\||[+-]=?|<<|>>|[&|*/%])(?= )/g,
    change: (found) => OPERATORS.get(found),
  },
  {
    pattern: /\b(?:true|false|std::(?:min|max)|Math\.(?:min|max|floor|ceil)|break|continue)\b(?!\s*[:<])/g,
    change: (found) => WORDS.get(found),
  },
  // Whole numbers that are no part of a name, of a fraction or of a larger number.
  {
    pattern: /(?<![\w.$'])\d+(?=U?\b)(?![\w.']*[.'xn])/g,
    change: (found) => (found === '1' ? '0' : String(Number(found) + 1)),
  },
  { pattern: /(?<=[(\s])!(?=[\w(:])/g, change: () => '' },
  // A line that is one call.
  { pattern: /(?<=^[ \t]+)(?!return|throw|delete|super)[\w.#:>-]+\([^;{}\n]*\);(?=\n)/gm, change: () => ';' },
];

/** @param {string} text */
export function mutantsOf(text) {
  const code = codeOf(text);
  const mutants = [];
  for (const { pattern, change } of RULES) {
    for (const { 0: found, index } of code.matchAll(pattern)) {
      const before = text.slice(index, index + found.length);
      const after = change(before);
      if (after === undefined || before.trim() === '') continue;
      mutants.push({ at: index, before, after, line: text.slice(0, index).split('\n').length });
    }
  }
  return mutants.sort((a, b) => a.at - b.at);
}

export function mutate(text, { at, before, after }) {
  return text.slice(0, at) + after + text.slice(at + before.length);
}

/** `count` of `items`, the same for the same seed. */
export function sample(items, count, seed) {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const rest = [...items];
  const chosen = [];
  while (chosen.length < count && rest.length > 0) {
    chosen.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return chosen;
}
