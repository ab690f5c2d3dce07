import { build } from 'esbuild';
import { fileURLToPath } from 'node:url';

/** The suite, bundled from TypeScript in memory: nothing has to be built before. */
export async function loadSuite() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../index.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    write: false,
    logLevel: 'error',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${code}`);
}
