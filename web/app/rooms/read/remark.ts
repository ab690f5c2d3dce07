import type { DocumentSentiment } from '../../../lib/types.js';
import * as format from '../../shared/format.js';
import type { ReadWords } from './words/index.js';

/** What has to be said beside the verdict, if anything: `isLast` where no larger model will read the text. */
export function remarkOn(
  text: string,
  { confidence, coverage }: DocumentSentiment,
  isLast: boolean,
  words: ReadWords,
): string {
  const isRefused = confidence === 0 && coverage < 1 && text.trim() !== '';
  if (isRefused) return words.otherLanguage(format.percent(coverage));
  return isLast ? '' : words.quick;
}
