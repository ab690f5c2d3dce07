import { bind, capitalise, fill, type Bindings } from './fill.js';
import { createRandom, pick, seedOf, type Random } from './random.js';
import { transforms } from './transforms.js';
import type { Behaviour, Case, LabelRule, Lexicon, OrderRule, Rule, SameRule } from './types.js';

/** Fillings tried for each wanted case before a rule counts as exhausted. */
const ATTEMPTS = 12;

function labelCase(behaviour: string, rule: LabelRule, turn: number, lexicon: Lexicon, random: Random): Case {
  const template = rule.templates[turn % rule.templates.length]!;
  const text = fill(template, bind([template], lexicon, random));
  return { kind: 'label', behaviour, texts: [rule.raw ? text : capitalise(text)], expect: rule.expect };
}

function orderCase(behaviour: string, rule: OrderRule, turn: number, lexicon: Lexicon, random: Random): Case {
  const pair = rule.pairs[turn % rule.pairs.length]!;
  const bindings = bind(pair, lexicon, random);
  return { kind: 'order', behaviour, texts: [said(pair[0], bindings), said(pair[1], bindings)], by: rule.by };
}

function sameCase(
  behaviour: string,
  rule: SameRule,
  turn: number,
  lexicon: Lexicon,
  random: Random,
): Case | undefined {
  const texts = sameTexts(rule, turn, lexicon, random);
  if (texts[0] === texts[1]) return undefined;
  return { kind: 'same', behaviour, texts, tolerance: rule.tolerance };
}

function sameTexts(rule: SameRule, turn: number, lexicon: Lexicon, random: Random): [string, string] {
  if (rule.pairs) {
    const pair = rule.pairs[turn % rule.pairs.length]!;
    const bindings = bind(pair, lexicon, random);
    return [said(pair[0], bindings), said(pair[1], bindings)];
  }
  const template = rule.templates![turn % rule.templates!.length]!;
  const bindings = bind([template], lexicon, random);
  const text = said(template, bindings);
  if (rule.vary !== undefined) {
    const others = lexicon[rule.vary]!.filter((word) => word !== bindings.get(rule.vary!));
    return [text, said(template, new Map(bindings).set(rule.vary, pick(others, random)))];
  }
  return [text, transforms[rule.transform!]!(text)];
}

function said(template: string, bindings: Bindings): string {
  return capitalise(fill(template, bindings));
}

function make(
  behaviour: string,
  rule: Rule,
  turn: number,
  lexicon: Lexicon,
  random: Random,
): Case | undefined {
  if (rule.kind === 'label') return labelCase(behaviour, rule, turn, lexicon, random);
  if (rule.kind === 'order') return orderCase(behaviour, rule, turn, lexicon, random);
  return sameCase(behaviour, rule, turn, lexicon, random);
}

/**
 * All cases of the behaviours, without a duplicate, in a fixed order. Each behaviour has its own
 * stream of random numbers, seeded by its name: changing one leaves the others as they were.
 */
export function generate(behaviours: readonly Behaviour[], lexicon: Lexicon): Case[] {
  const seen = new Set<string>();
  const cases: Case[] = [];
  for (const { id, rules, cases: wanted } of behaviours) {
    const random = createRandom(seedOf(id));
    rules.forEach((rule, index) => {
      // Even shares; the first rules take the remainder.
      const share = Math.floor(wanted / rules.length) + (index < wanted % rules.length ? 1 : 0);
      let made = 0;
      for (let turn = 0; made < share && turn < share * ATTEMPTS; turn++) {
        const item = make(id, rule, turn, lexicon, random);
        if (item === undefined) continue;
        const key = [...item.texts].sort().join('\n');
        if (seen.has(key)) continue;
        seen.add(key);
        cases.push(item);
        made++;
      }
    });
  }
  return cases;
}

/** Every text that the cases need, once, in order of first appearance. */
export function textsOf(cases: readonly Case[]): string[] {
  return [...new Set(cases.flatMap((item) => item.texts))];
}
