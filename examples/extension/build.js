// The folder to load unpacked: what is in src/, and a copy of the package's `dist`. No bundler.
import { cpSync, rmSync } from 'node:fs';

rmSync('dist', { recursive: true, force: true });
cpSync('src', 'dist', { recursive: true });
cpSync('node_modules/sentibyte/dist', 'dist/sentibyte', {
  recursive: true,
  filter: (file) => !/\.(map|d\.ts)$|[/\\](cjs|node)$/.test(file),
});
