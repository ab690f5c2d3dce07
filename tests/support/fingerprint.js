// The twin of tests/engine/support/fingerprint.h: the same inputs, the same hash. Plain JavaScript without imports,
// so that it runs in Jest, in Node and, as it is, in a page.

const TEXTS = 300;
const LONGEST = 48;

/** FNV-1a over the bits that `engine` answers with, in hexadecimal. */
export function fingerprint(engine) {
  let state = 1;
  const below = (bound) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    return (state >>> 16) % bound;
  };
  const ids = [];
  const lengths = [];
  for (let text = 0; text < TEXTS; text += 1) {
    const length = 1 + below(LONGEST);
    lengths.push(length);
    for (let i = 0; i < length; i += 1) ids.push(below(engine.vocabulary));
  }
  const scores = engine.run(Uint16Array.from(ids), Uint32Array.from(lengths));
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(scores.buffer, scores.byteOffset, scores.byteLength)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash.toString(16);
}
