import { existsSync } from 'node:fs';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests/web', '<rootDir>/tests/behaviour'].filter((folder) =>
    existsSync(folder.replace('<rootDir>', import.meta.dirname)),
  ),
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tests/support/jest-esbuild.js' },
  // Sources import `./name.js`, as the emitted package does; the file here is `./name.ts`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
};
