/** `<sentiment-meter>` in React 19's JSX: `import type {} from 'sentibyte/element/react'` in any file. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { SentimentMeter, SentimentMeterEvents } from './meter.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      // Where no React is installed, as here, its types are not known.
      // eslint-disable-next-line @typescript-eslint/no-redundant-type-constituents
      'sentiment-meter': DetailedHTMLProps<HTMLAttributes<SentimentMeter>, SentimentMeter> & {
        /** The id of the field. */
        for?: string;
        model?: 'auto' | 'nano' | 'small';
        onsentiment?: (event: SentimentMeterEvents['sentiment']) => void;
        onsentimenterror?: (event: SentimentMeterEvents['sentimenterror']) => void;
      };
    }
  }
}
