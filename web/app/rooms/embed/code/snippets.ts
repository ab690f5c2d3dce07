import type { EmbedSettings } from '../settings.js';
import { asExamples } from './as-examples.js';
import type { Environment } from './environments.js';
import type { Snippet, Write } from './snippet.js';
import { withAnalyzer } from './with-analyzer.js';
import { withElement } from './with-element.js';

/** What a strict content security policy has to allow. */
export const POLICY: Snippet = {
  file: 'Content-Security-Policy',
  code: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'",
};

/** The one place of all code that the room shows; a test compares it with the README. */
const WRITE: Readonly<Record<Environment, Write>> = { ...withElement, ...withAnalyzer, ...asExamples };

/** The code for an environment, with what was chosen in it. */
export function snippets(settings: EmbedSettings): Snippet[] {
  return WRITE[settings.environment](settings);
}

/** Environments in which the element is drawn, and so has a look. */
export const WITH_ELEMENT: readonly string[] = Object.keys(withElement);

/** Environments in a page, which a content security policy may rule. */
export const IN_A_PAGE: readonly string[] = [...WITH_ELEMENT, 'module', 'worker', 'bundler'];
