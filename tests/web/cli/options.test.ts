import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { UsageError } from '../../../web/lib/cli/failure.js';
import { HELP, optionDocument } from '../../../web/lib/cli/help.js';
import { OPTION_TABLE } from '../../../web/lib/cli/option-table.js';
import { type Command, parseCommand } from '../../../web/lib/cli/options.js';
import { printable } from '../../../web/lib/cli/printable.js';

const rows = (rest: object = {}): object => ({
  kind: 'rows',
  model: 'small',
  format: { kind: 'lines' },
  files: ['-'],
  strict: false,
  ...rest,
});
const table = (format: object): object => rows({ format: { kind: 'table', hasHeader: true, ...format } });

describe('parseCommand', () => {
  test.each<[string[], object]>([
    [['good'], { kind: 'text', text: 'good', model: 'small' }],
    [['so', 'good'], { kind: 'text', text: 'so good', model: 'small' }],
    [['--', '--lines'], { kind: 'text', text: '--lines', model: 'small' }],
    [[''], { kind: 'text', text: '', model: 'small' }],
    [[], { kind: 'text', model: 'small' }],
    [['-'], { kind: 'text', model: 'small' }],
    [['--explain', 'x'], { kind: 'text', text: 'x', model: 'small', explain: true }],
    [['--json', 'x'], { kind: 'text', text: 'x', model: 'small', json: {} }],
    [
      ['--json', '--fields', 'score, label,score', '-o', 'f', 'x'],
      { kind: 'text', text: 'x', model: 'small', json: { fields: ['score', 'label'] }, output: 'f' },
    ],
    [['--lines'], rows()],
    [['--lines', '-'], rows()],
    [['a.txt', '--lines', 'b.txt'], rows({ files: ['a.txt', 'b.txt'] })],
    [
      ['--lines', '--model=nano', '--precision', 'float', '--kernels', 'simd', '-j', '3', '--strict'],
      rows({ model: 'nano', precision: 'float', kernels: 'simd', jobs: 3, strict: true }),
    ],
    [['--jsonl'], rows({ format: { kind: 'json' } })],
    [['--jsonl', '--field', 'a'], rows({ format: { kind: 'json', field: 'a' } })],
    [['--csv', '--encoding', 'windows-1252'], { ...table({}), encoding: 'windows-1252' }],
    [['--csv', '--column', '2'], table({ column: '2' })],
    [['--csv', '--column', '2', '--no-header'], table({ column: 1, hasHeader: false })],
    [['--csv', '--separator', 'pipe'], table({ separator: '|' })],
    [['--csv', '--separator', ';'], table({ separator: ';' })],
    [['--tsv'], table({ separator: '\t' })],
    [['--help', '--lines'], { kind: 'help' }],
    [['-h'], { kind: 'help' }],
    [['-v'], { kind: 'version' }],
  ])('%j', (args, command) => {
    expect(parseCommand(args)).toEqual(command);
  });

  test.each([
    [['--bogus'], /unknown option '--bogus'/],
    [['--model'], /--model/],
    [['--model', '', 'x'], /--model needs a name or a file/],
    [['--output', '', 'x'], /--output needs a file/],
    [['--lines', '--precision', 'int4'], /--precision must be int8, float, not "int4"/],
    [['--lines', '--kernels', 'avx'], /--kernels must be scalar, simd, relaxed, not "avx"/],
    [['--lines', '--fields', 'label,mood'], /--fields must be label, .*, not "mood"/],
    [['--lines', '--explain'], /--explain is for one text/],
    [['--lines', '--csv'], /--lines and --csv exclude each other/],
    [['--lines', '--column', 'a'], /--column goes with --csv or --tsv/],
    [['--csv', '--field', 'a'], /--field goes with --jsonl/],
    [['--csv', '--separator', 'dot'], /--separator must be comma, semicolon, tab, pipe, not "dot"/],
    [['--csv', '--no-header', '--column', 'a'], /whole number from 1/],
    [['--strict', 'x'], /--strict goes with --lines or/],
    [['--lines', '--jobs', '0'], /--jobs must be a whole number from 1 to 256/],
    [['--lines', '--jobs', '1e3'], /--jobs/],
    [['--lines', '--json'], /--json is for one text/],
    [['--lines=yes'], /--lines/],
    [['-x'], /'-x'/],
  ])('%j is wrong', (args, message) => {
    const parse = (): Command => parseCommand(args);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow(message);
    expect(parse).not.toThrow(/\n/);
  });

  // Words that mean something here, so that half of the lines are commands and half are wrong in some way.
  const names = Object.keys(OPTION_TABLE).map((name) => `--${name}`);
  const values = [
    'small',
    'int8',
    'simd',
    'label,score',
    'tab',
    '2',
    '0',
    '257',
    '1e3',
    '',
    '-',
    '--',
    '-o',
    '-j',
  ];
  const hostile = [
    '__proto__',
    '--__proto__',
    '--constructor=1',
    '--toString',
    '--lines=',
    '--no-lines',
    '-\0',
    '\ud800',
    '\n',
  ];
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...names) },
    { weight: 4, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.constantFrom(...hostile) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
    { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...names), fc.string()).map((pair) => pair.join('=')) },
  );

  /** The command that a line asks for; what is wrong with it, in one line, where it makes no sense. */
  const read = (args: readonly string[]): Command | UsageError => {
    try {
      return parseCommand(args);
    } catch (error) {
      if (error instanceof UsageError) return error;
      throw error;
    }
  };

  test('any line is a command or wrong in one line', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (args) => {
        const command = read(args);
        kinds.add(command instanceof UsageError ? 'wrong' : command.kind);
        if (command instanceof UsageError) {
          expect(printable(command.message)).toMatch(/^[^\p{Cc}]+$/u);
          return;
        }
        if (command.kind === 'help' || command.kind === 'version') return;
        expect(command.model).not.toBe('');
        if (command.kind !== 'rows') return;
        expect(command.files.length).toBeGreaterThan(0);
        expect(command.jobs ?? 1).toBeGreaterThanOrEqual(1);
        expect(command.jobs ?? 1).toBeLessThanOrEqual(256);
      }),
      { numRuns: 20_000 },
    );
    expect([...kinds].sort()).toEqual(['help', 'rows', 'text', 'version', 'wrong']);
  });

  test('what stands behind -- is text or files, whatever it looks like', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (files) => {
        expect(parseCommand(['--lines', '--', ...files])).toEqual(rows({ files }));
      }),
    );
  });
});

describe('docs/COMMAND.md', () => {
  const document = readFileSync(new URL('../../../docs/COMMAND.md', import.meta.url), 'utf8');

  test('has the usage and the options as they are', () => {
    expect(document).toContain(`\n\`\`\`text\n${HELP.split('\nInput:')[0]!.trimEnd()}\n\`\`\`\n`);
    expect(document).toContain(`\n${optionDocument()}\n`);
  });

  test('the usage fits a terminal', () => {
    expect(Math.max(...HELP.split('\n').map((line) => line.length))).toBeLessThanOrEqual(116);
  });
});
