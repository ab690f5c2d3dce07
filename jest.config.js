/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/tests/web'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/tests/support/jest-esbuild.js' },
  // With --coverage: what scripts/coverage.mjs reads.
  coverageProvider: 'v8',
  coverageDirectory: 'build/coverage/web',
  coverageReporters: ['json-summary', 'json'],
  collectCoverageFrom: ['web/lib/**/*.ts', '!web/lib/generated/**'],
  // Sources import `./name.js`, as the emitted package does; the file here is `./name.ts`.
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': ['$1.ts', '$1.js'] },
};
