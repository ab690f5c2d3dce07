// The whole of what Jest needs to run TypeScript: strip the types, keep the modules, map the lines.
import { transformSync } from 'esbuild';

export default {
  process(source, file) {
    const { code } = transformSync(source, {
      loader: 'ts',
      format: 'esm',
      target: 'node20',
      sourcefile: file,
      sourcemap: 'inline',
    });
    return { code };
  },
};
