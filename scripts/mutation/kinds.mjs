// What is mutated, and which tests should notice.

const jest = (...tests) =>
  `NODE_OPTIONS='--experimental-vm-modules --no-warnings' jest --runInBand --bail=1 --silent ${tests.map((test) => `'tests/web/${test}'`).join(' ')}`;
const native = (...programs) => ({
  build: `cmake --build --preset native --target ${programs.join(' ')} -- -j2`,
  run: programs
    .map((program) => `build/native/bin/${program} --gtest_brief=1 --gtest_fail_fast`)
    .join(' && '),
});

/** The first group whose pattern a file matches has its tests. */
const CPP = [
  { files: /^engine\/format\/check[^/]*\.cc$/, ...native('test-format', 'test-nn') },
  { files: /^engine\/nn\/[^/]*\.cc$/, ...native('test-nn', 'test-format') },
  { files: /^engine\/quantizer\/.*\.cc$/, ...native('test-quantizer') },
];
const TS = [
  { files: /^web\/lib\/tokenizer\/[^/]*\.ts$/, run: jest('tokenizer') },
  { files: /^web\/lib\/text\/[^/]*\.ts$/, run: jest('text', 'documents', 'tokenizer/offsets') },
  {
    files: /^web\/lib\/analyzer\/[^/]*\.ts$/,
    run: jest('analyzer', 'worker/pool'),
  },
];
export const KINDS = { cpp: CPP, ts: TS };

/** Seconds until tests that go on count as failed: a bug may be a loop without end. */
export const PATIENCE = 600;

export function groupOf(kind, file) {
  return KINDS[kind].find(({ files }) => files.test(file));
}
