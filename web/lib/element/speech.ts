import type { Label, Sentiment } from '../types.js';

/** What a meter says, in one language. */
export interface Speech {
  /** The meter's name for those who do not see it. */
  name: string;
  /** When there is nothing to judge. */
  nothing: string;
  /** When the text is in a language that the model does not know. */
  unread: string;
  labels: Record<Label, string>;
}

const ENGLISH: Speech = {
  name: 'Sentiment',
  nothing: 'nothing to judge',
  unread: 'Not English',
  labels: { negative: 'Negative', neutral: 'Neutral', positive: 'Positive' },
};

const SPEECHES: Record<string, Speech> = {
  en: ENGLISH,
  zh: {
    name: '情感',
    nothing: '暂无可判断的内容',
    unread: '非英文',
    labels: { negative: '负面', neutral: '中性', positive: '正面' },
  },
};

/** For a language tag; English where it is not known. */
export function speechOf(tag: string): Speech {
  return SPEECHES[tag.toLowerCase().split('-')[0]!] ?? ENGLISH;
}

/** What stands beside the bar: the label; nothing for a field without text. */
export function written(speech: Speech, { label, confidence }: Sentiment, text: string): string {
  if (confidence > 0) return speech.labels[label];
  return text.trim() === '' ? '' : speech.unread;
}

/** The text alternative: "Positive, 0.62". */
export function spoken(speech: Speech, sentiment: Sentiment, text: string): string {
  const label = written(speech, sentiment, text);
  return sentiment.confidence > 0 ? `${label}, ${sentiment.score.toFixed(2)}` : label || speech.nothing;
}
