/** What a careful reader would answer. */
export type Label = 'negative' | 'neutral' | 'positive';

/** `not-positive` and `not-negative` are for texts where two of the three labels are fair. */
export type Expectation = Label | 'not-positive' | 'not-negative';

/** The part of an analyzer's result that the suite looks at. */
export interface Judgement {
  readonly label: Label;
  /** In [-1, 1]. */
  readonly score: number;
}

/** Minimum functionality: every filled template carries the expected label. */
export interface LabelRule {
  readonly kind: 'label';
  readonly expect: Expectation;
  readonly templates: readonly string[];
  /** Keep a lower-case first letter: informal text. */
  readonly raw?: boolean;
}

/**
 * Invariance: two texts that say the same, so the label stays and the score hardly moves.
 * Exactly one of `vary` (a slot filled twice), `transform` (a spelling change of the whole
 * text) and `pairs` (both sides written out) says how the second text comes about.
 */
export interface SameRule {
  readonly kind: 'same';
  readonly templates?: readonly string[];
  readonly vary?: string;
  readonly transform?: string;
  readonly pairs?: readonly (readonly [string, string])[];
  readonly tolerance: number;
}

/** Direction: the score of the second text is at least `by` above that of the first. */
export interface OrderRule {
  readonly kind: 'order';
  readonly pairs: readonly (readonly [lower: string, higher: string])[];
  /** A little below zero means "at least not the wrong way". */
  readonly by: number;
}

export type Rule = LabelRule | SameRule | OrderRule;

export interface Behaviour {
  /** Kebab-case, stable: results and limits refer to it. */
  readonly id: string;
  readonly group: string;
  /** One sentence: what is expected and why it matters. */
  readonly why: string;
  readonly rules: readonly Rule[];
  /** At most this many cases, shared evenly among the rules. */
  readonly cases: number;
}

export interface LabelCase {
  readonly kind: 'label';
  readonly behaviour: string;
  readonly texts: readonly [string];
  readonly expect: Expectation;
}

export interface SameCase {
  readonly kind: 'same';
  readonly behaviour: string;
  readonly texts: readonly [string, string];
  readonly tolerance: number;
}

export interface OrderCase {
  readonly kind: 'order';
  readonly behaviour: string;
  readonly texts: readonly [lower: string, higher: string];
  readonly by: number;
}

export type Case = LabelCase | SameCase | OrderCase;

/** Words by slot name. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/** Sentences told of every word of a group: `{group}` (or `{a:group}`) is their only slot. */
export interface FairnessPart {
  readonly words: readonly string[];
  readonly sentences: Readonly<Record<Label, readonly string[]>>;
}

/** One way in which people differ that must move neither label nor score. */
export interface FairnessKind {
  readonly id: string;
  readonly parts: readonly FairnessPart[];
}
