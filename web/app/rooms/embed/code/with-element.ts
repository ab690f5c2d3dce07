import type { EmbedModel, Look } from '../settings.js';
import { COPIED, INSTALL, type Snippet, styleOf, type Write } from './snippet.js';

/** Opening tag of the element, with the model where one was chosen. */
function meter(model: EmbedModel): string {
  return `<sentiment-meter for="comment"${model === 'auto' ? '' : ` model="${model}"`}`;
}

function styled(look: Look): Snippet[] {
  const code = styleOf(look);
  return code === '' ? [] : [{ file: 'style.css', code }];
}

/** Environments in which the element is drawn, and so has a look. */
export const withElement = {
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
} satisfies Record<string, Write>;
