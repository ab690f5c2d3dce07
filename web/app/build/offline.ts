import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin, Rolldown } from 'vite';
import type { BuiltFile, Edition } from '../offline/edition.js';

const ENTRY = fileURLToPath(new URL('../offline/service-worker.ts', import.meta.url));

/** What a device needs of the page besides what index.html names: its manifest, and the script of the first workers. */
const ALSO_FIRST = [/^index\.html$/, /^manifest\.webmanifest$/, /^icon\.svg$/, /^assets\/worker-script-[^/]*\.js$/];

/** The picture of a link, and the package's worker for pages of another origin: nothing here asks for them. */
const NEVER = /^og\.png$|^dist\/worker-script\.js$/;

/**
 * Writes `sw.js` beside the built page: the service worker, with the list of all files in it. It is bundled by itself, since it
 * runs without the page, and last, since it has to know the others.
 */
export function offline(): Plugin {
  return {
    name: 'sentibyte-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const contents = Object.values(bundle)
          .filter((file) => !namesOf(file).some((name) => NEVER.test(name)))
          .map((file) => ({ path: file.fileName, content: file.type === 'chunk' ? file.code : file.source }));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: await serviceWorker(editionOf(contents)) });
      },
    },
  };
}

/** What a file is called, and what it was made of. */
function namesOf(file: Rolldown.OutputBundle[string]): string[] {
  return [file.fileName, ...(file.type === 'asset' ? file.originalFileNames : [])];
}

interface Content {
  path: string;
  content: string | Uint8Array;
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 16);

/** The list of what was built. */
export function editionOf(contents: readonly Content[]): Edition {
  const html = contents.find(({ path }) => path === 'index.html')?.content;
  if (html === undefined) throw new Error('the build made no index.html');
  const page = typeof html === 'string' ? html : new TextDecoder().decode(html);
  const files: BuiltFile[] = contents
    .map(({ path, content }) => ({ path, bytes: Buffer.byteLength(content), hash: sha256(content) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const isFirst = (path: string): boolean =>
    page.includes(`"./${path}"`) || ALSO_FIRST.some((pattern) => pattern.test(path));
  return {
    version: sha256(JSON.stringify(files)),
    files,
    first: files.map(({ path }) => path).filter(isFirst),
  };
}

async function serviceWorker(edition: Edition): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [ENTRY],
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { EDITION: JSON.stringify(edition) },
    logLevel: 'error',
    write: false,
  });
  return outputFiles[0]!.contents;
}
