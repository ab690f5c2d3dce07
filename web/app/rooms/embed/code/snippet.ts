import {
  changedColours,
  changedLengths,
  type EmbedModel,
  type EmbedSettings,
  type Look,
} from '../settings.js';

/** A piece of code to copy: what it is a file of, or where it is typed. */
export interface Snippet {
  file: string;
  code: string;
}

/** Writes the code of an environment, with what was chosen in it. */
export type Write = (settings: EmbedSettings) => Snippet[];

/** A text to score, in code that scores one. */
export const TEXT = 'I expected little and loved every minute';

export const INSTALL: Snippet = { file: 'shell', code: 'npm install sentibyte' };

/** The package's folder, laid where the page's own files are. */
export const COPIED: Snippet = {
  file: 'shell',
  code: 'npm install sentibyte\ncp -r node_modules/sentibyte/dist public/sentibyte',
};

/** The style that makes the element look as chosen; nothing where it looks as delivered. */
export function styleOf(look: Look): string {
  const properties = [
    ...changedColours(look).map(({ name, value }) => `  --sentiment-${name}: ${value};`),
    ...changedLengths(look).map(({ name, value }) => `  --sentiment-${name}: ${value}em;`),
  ];
  const rules = properties.length > 0 ? [`sentiment-meter {\n${properties.join('\n')}\n}`] : [];
  if (!look.hasLabel) rules.push('sentiment-meter::part(label) {\n  display: none;\n}');
  return rules.join('\n');
}

/** How an analyzer is made. `sentibyte/nano` brings that model alone; what is not said is `small`. */
export function analyzer(model: EmbedModel, entry: string, more = ''): { entry: string; call: string } {
  if (model === 'nano' && entry === 'sentibyte') {
    return { entry: 'sentibyte/nano', call: `createAnalyzer(${more === '' ? '' : `{ ${more} }`})` };
  }
  const options = [...(model === 'auto' ? ["model: 'auto'"] : []), ...(more === '' ? [] : [more])];
  return { entry, call: `createAnalyzer(${options.length > 0 ? `{ ${options.join(', ')} }` : ''})` };
}
