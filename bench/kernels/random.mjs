// Numbers that look random and are the same each time.

function* sequence(seed) {
  let state = seed >>> 0;
  for (;;) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

const numbers = sequence(1);

/** -limit..limit. */
export function randomFloats(count, limit = 0.1) {
  return Float32Array.from({ length: count }, () => (numbers.next().value * 2 - 1) * limit);
}

/** -127..127. */
export function randomIntegers(count) {
  return Int8Array.from({ length: count }, () => Math.floor(numbers.next().value * 255) - 127);
}
