import type { Label, Sentiment } from '../types.js';

/** What a meter says, in one language. */
export interface Speech {
  /** The meter's name for those who do not see it. */
  name: string;
  /** When there is nothing to judge. */
  nothing: string;
  labels: Record<Label, string>;
}

const ENGLISH: Speech = {
  name: 'Sentiment',
  nothing: 'nothing to judge',
  labels: { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' },
};

const SPEECHES: Record<string, Speech> = {
  en: ENGLISH,
  zh: {
    name: '情感',
    nothing: '暂无可判断的内容',
    labels: { negative: '负面', neutral: '中性', positive: '正面' },
  },
};

/** For a language tag; English where it is not known. */
export function speechOf(tag: string): Speech {
  return SPEECHES[tag.toLowerCase().split('-')[0]!] ?? ENGLISH;
}

/** The text alternative: "Positive, 0.62". */
export function spoken(speech: Speech, { label, score, confidence }: Sentiment): string {
  return confidence === 0 ? speech.nothing : `${speech.labels[label]}, ${score.toFixed(2)}`;
}
