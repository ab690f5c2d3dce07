import type { LabelRule } from '../types.js';

/** Praise must be read as positive and blame as negative. */
export function labelled(praise: readonly string[], blame: readonly string[]): LabelRule[] {
  return [
    { kind: 'label', expect: 'positive', templates: praise },
    { kind: 'label', expect: 'negative', templates: blame },
  ];
}
