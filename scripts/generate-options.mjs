// The TypeScript type of the quantizer's options, from the rows of engine/quantizer/options/table.cc: one description
// for the command, the report and the library. Options that need files are the command's alone.
import { readFileSync, writeFileSync } from 'node:fs';

const TABLE = 'engine/quantizer/options/table.cc';
const OUTPUT = 'web/lib/generated/quantize-options.ts';

const TYPES = {
  Choice: ({ value }) =>
    value
      .split('|')
      .map((word) => `'${word}'`)
      .join(' | '),
  Real: () => 'number',
  Whole: () => 'number',
  Rule: () => 'Readonly<Record<string, number>>',
};

const rows = readFileSync(TABLE, 'utf8')
  .match(/constexpr Row kRows\[\] = \{\n(.*?)\n\};/s)?.[1]
  ?.split(/(?=\{\{\.name = )/)
  .slice(1)
  .map(parseRow);
if (!rows?.length) throw new Error(`${TABLE}: no rows of options found`);

const shown = rows.filter(({ commandOnly }) => !commandOnly);
writeFileSync(
  OUTPUT,
  `// Made by scripts/generate-options.mjs from ${TABLE}.

/** How a model is quantized. What is left out is done as in the models that ship; docs/QUANTIZATION.md explains. */
export interface QuantizeOptions {
${shown.map((row) => `  /** ${row.help} */\n  ${row.member}?: ${row.type};`).join('\n')}
}

/** The words of sentibyte-quantize. */
export const FLAGS: Readonly<Record<keyof QuantizeOptions, string>> = {
${shown.map((row) => `  ${row.member}: '${row.flag}',`).join('\n')}
};
`,
);

function parseRow(text) {
  const one = (pattern) => text.match(pattern)?.[1];
  const flag = one(/\.name = "(-[^"]+)"/);
  const kind = one(/\.kind = OptionKind::(\w+)/);
  const help = one(/Section::\w+,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\}/)
    ?.replace(/"\s*"/g, '')
    .trim()
    .slice(1, -1);
  const commandOnly = text.includes('.command_only = true');
  if (!flag || !kind || !help || !(commandOnly || kind in TYPES))
    throw new Error(`${TABLE}: this row is not understood:\n${text}`);
  const member = flag.replace(/^-+/, '').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
  const row = { flag, member, commandOnly, value: one(/\.value = "([^"]*)"/), help: sentence(help) };
  return { ...row, type: commandOnly ? undefined : TYPES[kind](row) };
}

function sentence(text) {
  return text[0].toUpperCase() + text.slice(1) + '.';
}
