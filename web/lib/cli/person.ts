import type { DocumentSentiment, Label, Sentiment, WordShare } from '../types.js';
import { printable } from './printable.js';

const HALF_GAUGE = 10;
const RESET = '\u001b[39m';
const COLOURS: Record<Label, string> = {
  negative: '\u001b[31m',
  neutral: '',
  positive: '\u001b[32m',
};

/** What `sentibyte "text"` prints: the whole, and where there are several sentences each of them. */
export function describe(
  text: string,
  { sentences, ...whole }: DocumentSentiment,
  isColoured: boolean,
): string {
  const lines = [`${measure(whole, isColoured)}  ${verdict(text, whole)}`];
  if (sentences.length > 1) {
    for (const sentence of sentences) {
      const words = printable(text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' '));
      lines.push(`${measure(sentence, isColoured)}  ${words}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The words of a text that move its score by a hundredth and more, the strongest first. */
export function listOf(words: readonly WordShare[], isColoured: boolean): string {
  const told = words
    .filter(({ share }) => Math.abs(share) >= 0.01)
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .map(({ text: word, share }) => {
      const shown = signed(share);
      const colour = COLOURS[share < 0 ? 'negative' : 'positive'];
      return `  ${isColoured ? `${colour}${shown}${RESET}` : shown}  ${printable(word)}\n`;
    });
  return told.length === 0
    ? 'No word moves the score by 0.01 or more.\n'
    : `What each word adds:\n${told.join('')}`;
}

function verdict(text: string, { label, confidence, coverage }: Sentiment): string {
  if (confidence > 0) return `${label}, ${Math.round(confidence * 100)} % sure`;
  if (text.trim() === '') return 'no text';
  return `not read: it does not look like English (${Math.round(coverage * 100)} % of it is familiar)`;
}

function measure(sentiment: Sentiment, isColoured: boolean): string {
  const shown = `${gauge(sentiment.score)} ${signed(sentiment.score)}`;
  const colour = COLOURS[sentiment.label];
  return isColoured && colour !== '' ? `${colour}${shown}${RESET}` : shown;
}

function signed(score: number): string {
  return (
    (score > 0 ? '+' : '') +
    score
      .toFixed(2)
      .replace(/^-0\.00$/, '0.00')
      .padStart(score > 0 ? 4 : 5)
  );
}

/** The score as a bar that grows from the middle. */
function gauge(score: number): string {
  const length = Math.round(Math.min(1, Math.abs(score)) * HALF_GAUGE);
  const bar = '█'.repeat(length);
  const left = score < 0 ? bar : '';
  const right = score > 0 ? bar : '';
  return `${left.padStart(HALF_GAUGE, '·')}│${right.padEnd(HALF_GAUGE, '·')}`;
}
