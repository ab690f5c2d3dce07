import type { Analyzer, TextOptions } from '../types.js';

type Do<In, Out> = (analyzer: Analyzer, input: In, options: TextOptions) => Promise<Out>;

const ask = <In, Out>(method: Do<In, Out>): Do<In, Out> => method;

/**
 * What a worker can be asked: the one list of it, which runs in the worker and whose types are the client's. Each method
 * takes one thing that can be sent, and options whose signal stops it.
 */
export const METHODS = {
  analyze: ask((analyzer, text: string, options) => analyzer.analyzeAsync(text, options)),
  analyzeDocument: ask((analyzer, text: string, options) => analyzer.analyzeDocumentAsync(text, options)),
  explain: ask((analyzer, text: string, options) => analyzer.explainAsync(text, options)),
  analyzeBatch: ask((analyzer, texts: string[], { signal }) =>
    analyzer.analyzeBatch(texts, signal ? { signal } : {}),
  ),
};

type Methods = typeof METHODS;
export type MethodName = keyof Methods;
export type Input<Name extends MethodName> = Parameters<Methods[Name]>[1];
export type Result<Name extends MethodName> = Awaited<ReturnType<Methods[Name]>>;
