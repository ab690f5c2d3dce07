import { describe, expect, test } from '@jest/globals';
import { progressOn } from '../../../web/lib/cli/progress.js';

function terminal(isTTY: boolean): { isTTY: boolean; written: string; write(text: string): void } {
  return {
    isTTY,
    written: '',
    write(text) {
      this.written += text;
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
    expect(stream.written).toBe('');
  });

  test('rewrites one line of a terminal, and ends it', () => {
    const stream = terminal(true);
    const progress = progressOn(stream, {});
    progress.add(1200);
    progress.add(34);
    progress.end();
    expect(stream.written.replaceAll('\r\u001b[K', '>')).toMatch(/^(?:>1,2\d\d texts, [\d,]+ a second)+\n$/);
    expect(stream.written).toContain('1,234 texts');
  });
});
