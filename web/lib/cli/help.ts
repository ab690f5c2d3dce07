import { type OptionRow, optionRows } from './option-table.js';

const WIDTH = 110;
const INDENT = 26;

const START = `Judges how texts feel, on this machine: nothing is sent anywhere.

Usage: sentibyte [options] [TEXT]                 one text, or what is piped in, for people to read
       sentibyte --json [options] [TEXT]          the same for programs
       sentibyte --lines|--jsonl|--csv|--tsv [options] [FILE...]
                                                  a text per row, in order, as fast as all cores allow

FILE and TEXT may be -, which is standard input; so is no FILE at all. A row that cannot be read is written with its
error, and the rows after it are read.
`;

const END = `
Exit code: 0 done, 1 failed, 2 a wrong option.
`;

/** What `sentibyte --help` prints. */
export const HELP = `${START}${groups()}${END}`;

/** The options as a table of Markdown, for docs/COMMAND.md. */
export function optionDocument(): string {
  const rows = optionRows().map((row) => {
    const needs = row.needs?.map((name) => `\`--${name}\``).join(', ') ?? '';
    return `| \`${spelling(row)}\` | ${row.help} | ${needs} |\n`;
  });
  return `| option | what it does | only with |\n|---|---|---|\n${rows.join('')}`;
}

function groups(): string {
  const rows = optionRows();
  return [...new Set(rows.map(({ group }) => group))]
    .map((group) => {
      const own = rows.filter((row) => row.group === group);
      return `\n${group}:\n${own.map(line).join('')}`;
    })
    .join('');
}

function spelling({ name, short, value }: OptionRow & { name: string }): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
}

function line(row: OptionRow & { name: string }): string {
  const lines: string[] = [];
  let last = `  ${spelling(row)}`.padEnd(INDENT - 1);
  for (const word of row.help.split(' ')) {
    if (last.length + 1 + word.length > WIDTH) {
      lines.push(last);
      last = ' '.repeat(INDENT - 1);
    }
    last += ` ${word}`;
  }
  return `${[...lines, last].join('\n')}\n`;
}
