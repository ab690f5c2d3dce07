/** `<sentiment-meter>` in Vue's templates: `import type {} from 'sentibyte/element/vue'` in any file. */
import type { DefineComponent } from 'vue';
import type { SentimentMeterEvents } from './meter.js';

declare module 'vue' {
  interface GlobalComponents {
    'sentiment-meter': DefineComponent<{
      /** The id of the field. */
      for?: string;
      model?: 'auto' | 'nano' | 'small';
      onSentiment?: (event: SentimentMeterEvents['sentiment']) => void;
      onSentimenterror?: (event: SentimentMeterEvents['sentimenterror']) => void;
    }>;
  }
}
