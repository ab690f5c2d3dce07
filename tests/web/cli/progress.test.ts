import { describe, expect, test } from '@jest/globals';
import { progressOn } from '../../../web/lib/cli/progress.js';

function terminal(isTTY: boolean): { isTTY: boolean; written: string; write(text: string): void } {
  return {
    isTTY,
    written: '',
    write(text) {
      this.written += text.replaceAll('\r\u001b[K', '>');
    },
  };
}

describe('progress', () => {
  test.each([
    [false, false],
    [false, true],
    [true, true],
  ])('is silent where errors go to a terminal: %s, results: %s', (error, output) => {
    const stream = terminal(error);
    const progress = progressOn(stream, terminal(output));
    progress.add(5);
    progress.end();
    progress.clear();
    expect(stream.written).toBe('');
  });

  test('rewrites one line with rate and time left, and ends it', () => {
    const stream = terminal(true);
    let now = 0;
    const progress = progressOn(stream, {}, 1_000_000, () => now);
    progress.addBytes(10_000);
    now = 500;
    progress.add(600);
    now = 600;
    progress.add(1);
    progress.addBytes(90_000);
    now = 2000;
    progress.add(1399);
    now = 20_000;
    progress.addBytes(900_000);
    progress.add(18_000);
    progress.end();
    expect(stream.written).toBe(
      '>600 texts, 1,200 a second' +
        '>2,000 texts, 1,000 a second, 18 s left' +
        '>20,000 texts, 1,000 a second, 0 s left' +
        '>20,000 texts, 1,000 a second\n',
    );
  });

  test.each([
    [1000, '17 min'],
    [10_000, '2 h 47 min'],
  ])('says %d seconds as %s', (seconds, shown) => {
    const stream = terminal(true);
    let now = 0;
    const progress = progressOn(stream, {}, 1 + seconds / 2, () => now);
    progress.addBytes(1);
    now = 2000;
    progress.add(1);
    expect(stream.written).toContain(`, ${shown} left`);
  });

  test('goes without a trace when it is interrupted', () => {
    const stream = terminal(true);
    progressOn(stream, {}).clear();
    expect(stream.written).toBe('>');
  });
});
