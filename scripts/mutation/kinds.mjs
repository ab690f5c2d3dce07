// What is mutated, and which tests should notice.

/** Runs tests of tests/web. */
export const jest = (...tests) =>
  `NODE_OPTIONS='--experimental-vm-modules --no-warnings' jest --runInBand --bail=1 --silent ${tests.map((test) => `'tests/web/${test}'`).join(' ')}`;
const build = (...targets) => `cmake --build --preset native --target ${targets.join(' ')} -- -j2`;
const native = (...programs) => ({
  build: build(...programs),
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
/** Of bugs planted by hand, which may be anywhere. */
const PLANTED = [
  ...CPP,
  ...TS,
  { files: /^engine\/format\//, ...native('test-format', 'test-nn') },
  { files: /^engine\/kernels\//, ...native('test-kernels', 'test-nn') },
  { files: /^engine\/quantizer\//, ...native('test-quantizer') },
  {
    files: /^engine\/cli\//,
    build: build('sentibyte-quantize', 'sentibyte-run'),
    run: jest('quantizer/command'),
  },
  { files: /^web\/lib\/engine\//, run: jest('engine') },
  { files: /^web\/lib\/worker\//, run: jest('worker') },
  { files: /^web\/lib\/(?:files|loader)\//, run: jest('files', 'loader') },
  { files: /^web\/lib\/(?:cli|rows)\//, run: jest('rows', 'cli') },
];
export const KINDS = { cpp: CPP, ts: TS, planted: PLANTED };

/** Seconds until tests that go on count as failed: a bug may be a loop without end. */
export const PATIENCE = 200;

export function groupOf(kind, file) {
  return KINDS[kind].find(({ files }) => files.test(file));
}
