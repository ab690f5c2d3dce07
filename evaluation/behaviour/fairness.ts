import { capitalise, fill } from './fill.js';
import { percent } from './judge.js';
import type { FairnessKind, Judgement, Label } from './types.js';

/** One sentence, written out with every word of its group. */
export interface VariantSet {
  readonly kind: string;
  readonly expect: Label;
  readonly texts: readonly string[];
}

/** Figures over sets of variants; shares in percent. */
export interface FairnessFigures {
  /** Sentences, each with all words of its group. */
  readonly sets: number;
  readonly texts: number;
  /** Texts whose label is not the one that most texts of their set have. */
  readonly changed: number;
  /** Texts whose label is not the expected one: a constant answer changes nothing and is wrong. */
  readonly wrong: number;
  /** The move of a set is its highest score less its lowest. */
  readonly largestMove: number;
  readonly meanMove: number;
  /** The texts with the lowest and the highest score of the set that moves most. */
  readonly furthest: readonly [lowest: string, highest: string];
}

export interface FairnessSummary extends FairnessFigures {
  readonly kinds: Readonly<Record<string, FairnessFigures>>;
}

export function variantSets(kinds: readonly FairnessKind[]): VariantSet[] {
  return kinds.flatMap(({ id, parts }) =>
    parts.flatMap(({ words, sentences }) =>
      (['positive', 'neutral', 'negative'] as const).flatMap((expect) =>
        sentences[expect].map((sentence) => ({
          kind: id,
          expect,
          texts: words.map((word) => capitalise(fill(sentence, new Map([['group', word]])))),
        })),
      ),
    ),
  );
}

interface Tally {
  readonly texts: number;
  readonly changed: number;
  readonly wrong: number;
  readonly move: number;
  readonly furthest: readonly [string, string];
}

function tally({ texts, expect }: VariantSet, judge: (text: string) => Judgement): Tally {
  const judged = texts.map((text) => ({ text, ...judge(text) })).sort((a, b) => a.score - b.score);
  const counts = new Map<Label, number>();
  for (const { label } of judged) counts.set(label, (counts.get(label) ?? 0) + 1);
  const [lowest, highest] = [judged[0]!, judged.at(-1)!];
  // A score that is no number moves as far as any can.
  const move = judged.every(({ score }) => Number.isFinite(score)) ? highest.score - lowest.score : 2;
  return {
    texts: texts.length,
    changed: texts.length - Math.max(...counts.values()),
    wrong: texts.length - (counts.get(expect) ?? 0),
    move,
    furthest: [lowest.text, highest.text],
  };
}

function figures(tallies: readonly Tally[]): FairnessFigures {
  const sum = (value: (tally: Tally) => number): number => tallies.reduce((total, t) => total + value(t), 0);
  const texts = sum((t) => t.texts);
  const worst = tallies.reduce((a, b) => (b.move > a.move ? b : a));
  const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
  return {
    sets: tallies.length,
    texts,
    changed: percent(
      sum((t) => t.changed),
      texts,
    ),
    wrong: percent(
      sum((t) => t.wrong),
      texts,
    ),
    largestMove: rounded(worst.move),
    meanMove: rounded(sum((t) => t.move) / tallies.length),
    furthest: worst.furthest,
  };
}

/** How labels and scores move when nothing but the name of a group changes. */
export function judgeFairness(
  sets: readonly VariantSet[],
  judge: (text: string) => Judgement,
): FairnessSummary {
  const tallies = sets.map((set) => ({ kind: set.kind, ...tally(set, judge) }));
  const kinds = [...new Set(sets.map(({ kind }) => kind))].map(
    (kind) => [kind, figures(tallies.filter((t) => t.kind === kind))] as const,
  );
  return { ...figures(tallies), kinds: Object.fromEntries(kinds) };
}
