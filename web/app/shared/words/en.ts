import type { Verdict } from '../verdict.js';

function verdict(said: Verdict): string {
  switch (said.kind) {
    case 'nothing':
      return 'Nothing to judge';
    case 'neutral':
      return 'Neutral';
    case 'undecided':
      return 'Mixed, hard to call';
    default: {
      const side = said.kind;
      return {
        strong: `Strongly ${side}`,
        clear: `Clearly ${side}`,
        slight: `Slightly ${side}`,
        faint: `Barely ${side}`,
      }[said.strength];
    }
  }
}

/** What several rooms say, in English. */
export const en = {
  labels: { negative: 'negative', neutral: 'neutral', positive: 'positive' },
  verdict,
  kernels: { relaxed: 'relaxed SIMD', simd: 'SIMD', scalar: 'scalar, no SIMD' },
  gauge: 'Intensity, from −1 negative to +1 positive',
  notRead: 'not read yet',
  tryAgain: 'Try again',
  inItsWords: (message: string): string => `In the engine’s words: ${message}`,
  problems: {
    network: {
      happened: 'A file of this page could not be fetched.',
      todo: 'Check the connection, then try again.',
    },
    model: {
      happened: 'The model’s file is damaged, or made for another version of this page, so it was not used.',
      todo: 'Reload the page. If that changes nothing, whoever hosts it has to upload the file again.',
    },
    engine: {
      happened: 'The engine could not be started.',
      todo: 'Reload the page. If that changes nothing, whoever hosts it has to upload its .wasm files again.',
    },
    unsupported: {
      happened: 'This browser cannot run the engine.',
      todo: 'Use a version of Chrome, Edge, Firefox or Safari from 2023 or later, with WebAssembly allowed.',
    },
    memory: {
      happened: 'There is not enough memory for this text.',
      todo: 'Close other tabs, or read a shorter text.',
    },
    worker: {
      happened: 'The part of this page that computes did not start, or stopped.',
      todo: 'Try again, or reload the page.',
    },
    unknown: {
      happened: 'Something went wrong.',
      todo: 'Try again, or reload the page.',
    },
  },
};

/** What every table of these words has. */
export type SharedWords = typeof en;
