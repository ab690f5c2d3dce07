import type { Analyzer, Label, Sentiment } from '../types.js';

const HALF_GAUGE = 10;
const RESET = '\u001b[39m';
const COLOURS: Record<Label, string> = {
  negative: '\u001b[31m',
  neutral: '',
  positive: '\u001b[32m',
};

/** What `sentibyte "text"` prints: the whole, and where there are several sentences each of them. */
export function describe(text: string, analyzer: Analyzer, isColoured: boolean): string {
  const { sentences, ...whole } = analyzer.analyzeDocument(text);
  const certainty = `${Math.round(whole.confidence * 100)} % sure`;
  const lines = [`${measure(whole, isColoured)}  ${whole.label}, ${certainty}`];
  if (sentences.length > 1) {
    for (const sentence of sentences) {
      const words = text.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ');
      lines.push(`${measure(sentence, isColoured)}  ${words}`);
    }
  }
  return `${lines.join('\n')}\n`;
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
