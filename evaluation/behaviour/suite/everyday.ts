import type { Behaviour, Label } from '../types.js';

export const EVERYDAY = 'Everyday English';

/** A behaviour of single sentences, each written by hand and taken as it stands. */
export function written(
  id: string,
  why: string,
  sentences: Readonly<Partial<Record<Label, readonly string[]>>>,
): Behaviour {
  const rules = (['positive', 'neutral', 'negative'] as const).flatMap((expect) =>
    (sentences[expect] ?? []).map(
      (sentence) => ({ kind: 'label', expect, raw: true, templates: [sentence] }) as const,
    ),
  );
  return { id: `everyday-${id}`, group: EVERYDAY, why, cases: rules.length, rules };
}
