// Made by vite.config.ts while the page is built.

declare module 'virtual:blobs' {
  /** Every blob of models/, with the address that it has in the built page. */
  export const blobs: readonly import('./shared/blobs.js').Blob[];
}

declare module 'virtual:behaviour' {
  /** Texts taken evenly from the project's behaviour suite. */
  export const texts: readonly string[];
  /** The labels that are right for each of them; none where the suite asks for something else than a label. */
  export const right: readonly (readonly import('../lib/types.js').Label[])[];
}

declare module 'virtual:results' {
  /** Every model of models/results/. */
  export const results: readonly Pick<import('../../evaluation/results.js').Evaluation, 'model' | 'sets'>[];
  /** Models on the chart of accuracy against download, ours and others. */
  export const points: readonly import('../../evaluation/chart/accuracy.js').Point[];
}

declare module 'virtual:findings' {
  /** What the behaviour suite found. */
  export const findings: import('./build/findings.js').Findings;
}

declare module 'virtual:tradeoff' {
  /** What the first screen says of its model; null where the page was built without it. */
  export const tradeoff: import('./build/tradeoff.js').Tradeoff | null;
}

declare module 'virtual:weights' {
  /** What pages download that have the package in them. */
  export const weights: import('./build/weights.js').Weights;
}

declare module '*.css' {}
