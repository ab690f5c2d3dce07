import { describe, expect, test } from '@jest/globals';
import { type Command, parseCommand, UsageError } from '../../../web/lib/cli/options.js';

describe('parseCommand', () => {
  const right: [string[], Command][] = [
    [['good'], { kind: 'text', text: 'good', model: 'small' }],
    [['so', 'good'], { kind: 'text', text: 'so good', model: 'small' }],
    [['--', '--lines'], { kind: 'text', text: '--lines', model: 'small' }],
    [[''], { kind: 'text', text: '', model: 'small' }],
    [['--lines'], { kind: 'lines', model: 'small' }],
    [['--lines', '-'], { kind: 'lines', model: 'small' }],
    [['a.txt', '--lines'], { kind: 'lines', file: 'a.txt', model: 'small' }],
    [
      ['--lines', '--model=nano', '--precision', 'float', '--kernels', 'simd'],
      { kind: 'lines', model: 'nano', precision: 'float', kernels: 'simd' },
    ],
    [['--help', '--lines'], { kind: 'help' }],
    [['-h'], { kind: 'help' }],
    [['-v'], { kind: 'version' }],
  ];
  test.each(right)('%j', (args, command) => {
    expect(parseCommand(args)).toEqual(command);
  });

  test.each([
    [['--bogus'], /unknown option '--bogus'/],
    [[], /give a text/],
    [['--model'], /--model/],
    [['--model', '', 'x'], /--model needs a name or a file/],
    [['--lines', '--precision', 'int4'], /--precision must be int8, float, not "int4"/],
    [['--lines', '--kernels', 'avx'], /--kernels must be scalar, simd, relaxed, not "avx"/],
    [['--lines', 'a', 'b'], /one file/],
    [['--lines=yes'], /--lines/],
    [['-x'], /'-x'/],
  ])('%j is wrong', (args, message) => {
    const parse = (): Command => parseCommand(args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/\n/);
  });
});
