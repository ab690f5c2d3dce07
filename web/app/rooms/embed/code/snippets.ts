import {
  changedColours,
  changedLengths,
  type EmbedModel,
  type EmbedSettings,
  type Look,
} from '../settings.js';
import type { Environment } from './environments.js';

/** A piece of code to copy: what it is a file of, or where it is typed. */
export interface Snippet {
  file: string;
  code: string;
}

/** A text to score, in code that scores one. */
const TEXT = 'I expected little and loved every minute';

const INSTALL: Snippet = { file: 'shell', code: 'npm install sentibyte' };

/** The package's folder, laid where the page's own files are. */
const COPIED: Snippet = {
  file: 'shell',
  code: 'npm install sentibyte\ncp -r node_modules/sentibyte/dist public/sentibyte',
};

/** What a strict content security policy has to allow. */
export const POLICY: Snippet = {
  file: 'Content-Security-Policy',
  code: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'",
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

/** Opening tag of the element, with the model where one was chosen. */
function meter(model: EmbedModel): string {
  return `<sentiment-meter for="comment"${model === 'auto' ? '' : ` model="${model}"`}`;
}

function styled(look: Look): Snippet[] {
  const code = styleOf(look);
  return code === '' ? [] : [{ file: 'style.css', code }];
}

/** How an analyzer is made. `sentibyte/nano` brings that model alone; what is not said is `small`. */
function analyzer(model: EmbedModel, entry: string, more = ''): { entry: string; call: string } {
  if (model === 'nano' && entry === 'sentibyte') {
    return { entry: 'sentibyte/nano', call: `createAnalyzer(${more === '' ? '' : `{ ${more} }`})` };
  }
  const options = [...(model === 'auto' ? ["model: 'auto'"] : []), ...(more === '' ? [] : [more])];
  return { entry, call: `createAnalyzer(${options.length > 0 ? `{ ${options.join(', ')} }` : ''})` };
}

const indented = (code: string): string => code.replaceAll(/^(?=.)/gm, '  ');

type Write = (settings: EmbedSettings) => Snippet[];

/** The one place of all code that the room shows; a test compares it with the README. */
const WRITE: Readonly<Record<Environment, Write>> = {
  element: ({ model, look }) => [
    INSTALL,
    {
      file: 'index.html',
      code: `<script type="module">
  import 'sentibyte/element';
</script>
<textarea id="comment"></textarea>
${meter(model)}></sentiment-meter>`,
    },
    ...styled(look),
  ],

  plain: ({ model, look }) => [
    COPIED,
    {
      file: 'index.html',
      code: `<script type="module" src="/sentibyte/element.js"></script>
<textarea id="comment"></textarea>
${meter(model)}></sentiment-meter>`,
    },
    ...styled(look),
  ],

  react: ({ model, look }) => [
    INSTALL,
    {
      file: 'comment.jsx',
      code: `import 'sentibyte/element';

export function Comment() {
  return (
    <>
      <textarea id="comment" />
      ${meter(model)} onsentiment={({ detail }) => console.log(detail.sentiment.label)} />
    </>
  );
}`,
    },
    ...styled(look),
  ],

  vue: ({ model, look }) => [
    INSTALL,
    {
      file: 'vite.config.js',
      code: `import vue from '@vitejs/plugin-vue';

const isCustomElement = (tag) => tag === 'sentiment-meter';

export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] };`,
    },
    {
      file: 'comment.vue',
      code: `<script setup>
import 'sentibyte/element';
</script>

<template>
  <textarea id="comment"></textarea>
  ${meter(model)} @sentiment="({ detail }) => console.log(detail.sentiment.label)" />
</template>${styleOf(look) === '' ? '' : `\n\n<style>\n${styleOf(look)}\n</style>`}`,
    },
  ],

  module: ({ model }) => {
    const { entry, call } = analyzer(model, 'sentibyte');
    return [
      INSTALL,
      {
        file: 'main.js',
        code: `import { createAnalyzer } from '${entry}';

const analyzer = await ${call};
analyzer.analyze('${TEXT}');
// { label: 'positive', score: 0.61, confidence: 0.97, probabilities: { negative, neutral, positive }, coverage: 1 }
analyzer.dispose();`,
      },
    ];
  },

  worker: ({ model }) => [
    INSTALL,
    {
      file: 'main.js',
      code: `import { createWorkerAnalyzer } from 'sentibyte/worker';

// ${model === 'auto' ? 'nano answers at once, small takes over when it has arrived; the' : 'The'} page never waits, and any call can be stopped.
const analyzer = await createWorkerAnalyzer({ model: '${model}' });
const { words } = await analyzer.explain('The room was lovely, the noise was not.');
// each word with its share of the score`,
    },
  ],

  bundler: ({ model }) => {
    const { entry, call } = analyzer(model, 'sentibyte', "base: '/sentibyte/'");
    return [
      COPIED,
      {
        file: 'main.js',
        code: `import { createAnalyzer } from '${entry}';

const analyzer = await ${call};`,
      },
    ];
  },

  next: ({ model }) => {
    const { entry, call } = analyzer(model === 'auto' ? 'small' : model, 'sentibyte');
    return [
      INSTALL,
      {
        file: 'app/score/route.js',
        code: `import { createAnalyzer } from '${entry}';

let loading;

export async function POST(request) {
  const analyzer = await (loading ??= ${call});
  return Response.json(analyzer.analyze(await request.text()));
}`,
      },
    ];
  },

  node: ({ model }) => {
    const { entry, call } = analyzer(model === 'auto' ? 'small' : model, 'sentibyte');
    const use = `const analyzer = await ${call};
console.log(analyzer.analyze('${TEXT}'));
analyzer.dispose();`;
    return [
      INSTALL,
      { file: 'score.mjs', code: `import { createAnalyzer } from '${entry}';\n\n${use}` },
      {
        file: 'score.cjs',
        code: `const { createAnalyzer } = require('${entry}');

async function main() {
${indented(use)}
}
main();`,
      },
    ];
  },

  command: ({ model }) => {
    const command = `npx sentibyte${model === 'nano' ? ' --model nano' : ''}`;
    return [
      {
        file: 'shell',
        code: `${command} "${TEXT}"
${command} --lines reviews.txt >results.jsonl
${command} --csv --column review reviews.csv -o judged.csv`,
      },
    ];
  },
};

/** The code for an environment, with what was chosen in it. */
export function snippets(settings: EmbedSettings): Snippet[] {
  return WRITE[settings.environment](settings);
}

/** Environments in which the element is drawn, and so has a look. */
export const WITH_ELEMENT: readonly Environment[] = ['element', 'plain', 'react', 'vue'];

/** Environments in a page, which a content security policy may rule. */
export const IN_A_PAGE: readonly Environment[] = [...WITH_ELEMENT, 'module', 'worker', 'bundler'];
