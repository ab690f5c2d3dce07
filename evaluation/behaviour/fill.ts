import { pick, type Random } from './random.js';
import type { Lexicon } from './types.js';

/** `{slot}`, `{slot.2}` (another word of the same list) and `{a:slot}` (with its article). */
const SLOT = /\{(a:)?([a-zA-Z]+)(?:\.(\d))?\}/g;

export type Bindings = ReadonlyMap<string, string>;

/** Words that start with a vowel sound but not a vowel letter, and the other way round. */
const AN_BEFORE_CONSONANT = /^(?:hour|honest|heir|LGBT)/i;
const A_BEFORE_VOWEL = /^(?:one|use|uni|eu)/i;

export function withArticle(word: string): string {
  const an = AN_BEFORE_CONSONANT.test(word) || (/^[aeiou]/i.test(word) && !A_BEFORE_VOWEL.test(word));
  return `${an ? 'an' : 'a'} ${word}`;
}

/** The slot keys (`thing`, `thing.2`) of all templates together, in order of appearance. */
export function slotsOf(templates: readonly string[]): string[] {
  const keys = new Set<string>();
  for (const template of templates) {
    for (const [, , name, index] of template.matchAll(SLOT)) {
      keys.add(index === undefined ? name! : `${name}.${index}`);
    }
  }
  return [...keys];
}

/** A word for every slot; slots of one list get different words. */
export function bind(templates: readonly string[], lexicon: Lexicon, random: Random): Bindings {
  const bindings = new Map<string, string>();
  for (const key of slotsOf(templates)) {
    const name = key.split('.')[0]!;
    const words = lexicon[name];
    if (words === undefined) throw new Error(`no list named "${name}" for ${templates.join(' | ')}`);
    const taken = new Set(
      [...bindings].filter(([other]) => other.split('.')[0] === name).map(([, word]) => word),
    );
    bindings.set(
      key,
      pick(
        words.filter((word) => !taken.has(word)),
        random,
      ),
    );
  }
  return bindings;
}

export function fill(template: string, bindings: Bindings): string {
  return template.replace(SLOT, (_, article: string | undefined, name: string, index: string | undefined) => {
    const word = bindings.get(index === undefined ? name : `${name}.${index}`);
    if (word === undefined) throw new Error(`unbound slot in "${template}"`);
    return article === undefined ? word : withArticle(word);
  });
}

export function capitalise(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
