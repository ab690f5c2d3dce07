import type { HtmlTagDescriptor, Plugin } from 'vite';

/** The room that a visitor without a link arrives in. */
const FIRST_ROOM = '/rooms/read/index.ts';

/** What the first score needs besides code: the engine of browsers with relaxed SIMD, and the model that answers first. */
const FETCHED = [/^assets\/int8-relaxed-[^/]*\.wasm$/, /^assets\/nano-[^/]*\.sbm$/];

function link(file: string, attributes: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attributes, href: `./${file}` }, injectTo: 'head' };
}

/**
 * Writes links into the built page, so that the browser asks at once for all that the first score needs, instead of for one
 * file after the other: the code of the first room, the engine, and the model.
 */
export function preloads(): Plugin {
  return {
    name: 'sentibyte-preloads',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const files = Object.keys(bundle);
        const room = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(FIRST_ROOM),
        );
        if (room?.type !== 'chunk') throw new Error('the build made no chunk of the first room');
        const scripts = [room.fileName, ...room.imports].filter((file) => !html.includes(file));
        const styles = [...(room.viteMetadata?.importedCss ?? [])];
        const fetched = files.filter((file) => FETCHED.some((pattern) => pattern.test(file)));
        return [
          ...styles.map((file) => link(file, { rel: 'stylesheet', crossorigin: '' })),
          ...scripts.map((file) => link(file, { rel: 'modulepreload', crossorigin: '' })),
          ...fetched.map((file) => link(file, { rel: 'preload', as: 'fetch', crossorigin: '' })),
        ];
      },
    },
  };
}
