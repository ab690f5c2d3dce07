/**
 * `<sentiment-meter for="comment">`: how a field sounds, while somebody writes in it. Importing this defines the element; on
 * a server it does nothing.
 *
 * ```html
 * <textarea id="comment"></textarea>
 * <sentiment-meter for="comment"></sentiment-meter>
 * <script type="module">
 *   import 'sentibyte/element';
 *
 *   document.querySelector('sentiment-meter').addEventListener('sentiment', ({ detail }) => {
 *     console.log(detail.sentiment.label);
 *   });
 * </script>
 * ```
 * @packageDocumentation
 */
import { SentimentMeter, type SentimentMeterEvents } from './element/meter.js';
import { SharedAnalyzers } from './element/shared.js';
import { createWorkerAnalyzer } from './worker.js';

export type { SentimentEventDetail, SentimentMeterEvents } from './element/meter.js';
export { type ErrorCode, SentibyteError } from './errors.js';
export type { Sentiment } from './types.js';
export { SentimentMeter };

if (typeof customElements === 'object') {
  SentimentMeter.analyzers ??= new SharedAnalyzers(createWorkerAnalyzer);
  // A page may bring the package twice.
  if (!customElements.get('sentiment-meter')) customElements.define('sentiment-meter', SentimentMeter);
}

declare global {
  interface HTMLElementTagNameMap {
    'sentiment-meter': SentimentMeter;
  }
  interface HTMLElementEventMap {
    sentiment: SentimentMeterEvents['sentiment'];
    sentimenterror: SentimentMeterEvents['sentimenterror'];
  }
}
