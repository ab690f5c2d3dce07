import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ENVIRONMENTS } from '../../../../web/app/rooms/embed/code/environments.js';
import { styleOf } from '../../../../web/app/rooms/embed/code/snippet.js';
import { POLICY, snippets } from '../../../../web/app/rooms/embed/code/snippets.js';
import { AS_DELIVERED, type EmbedSettings, MODELS } from '../../../../web/app/rooms/embed/settings.js';
import { OPTION_TABLE } from '../../../../web/lib/cli/option-table.js';

const root = new URL('../../../../', import.meta.url);
const file = (name: string): string => readFileSync(new URL(name, root), 'utf8');

const all = ENVIRONMENTS.flatMap((environment) =>
  MODELS.flatMap((model) => snippets({ environment, model, look: AS_DELIVERED })),
);
const everything = all.map(({ code }) => code).join('\n');
const flat = (code: string): string => code.replaceAll(/\s+/g, ' ').trim();

describe('the README', () => {
  /** What it shows of code in other people's pages and programs. */
  const [, section = ''] = file('README.md').split('## In your own page or program');
  const [use = ''] = section.split('\n## ');
  const fenced = [...use.matchAll(/```\w*\n(.*?)```/gs)].map(([, code]) => code!);

  test('has code to compare', () => {
    expect(fenced.length).toBeGreaterThanOrEqual(5);
  });

  test.each(fenced)('says what the room says: %s', (code) => {
    expect(flat(everything)).toContain(flat(code));
  });

  test('names the same policy', () => {
    for (const directive of POLICY.code.split('; ')) expect(use).toContain(`\`${directive}\``);
  });
});

describe('the code', () => {
  test.each([
    ['deno', 'main.js', 'deno/main.js'],
    ['next', 'app/score/route.js', 'next/app/score/route.js'],
    ['workerd', 'src/worker.js', 'workerd/src/worker.js'],
    ['workerd', 'config.capnp', 'workerd/config.capnp'],
    ['extension', 'manifest.json', 'extension/src/manifest.json'],
    ['extension', 'background.js', 'extension/src/background.js'],
  ] as const)('for %s is that of the example, which is tried: %s', (environment, name, example) => {
    const shown = snippets({ environment, model: 'auto', look: AS_DELIVERED });
    expect(shown.find((snippet) => snippet.file === name)?.code).toBe(file(`examples/${example}`).trimEnd());
  });

  test('imports what the package exports', () => {
    const { exports } = JSON.parse(file('package.json')) as { exports: Record<string, unknown> };
    const imports = [...everything.matchAll(/(?:from|import|require\() ?'(sentibyte[^']*)'/g)].map(
      ([, name]) => name!,
    );
    expect(new Set(imports)).toEqual(
      new Set(['sentibyte', 'sentibyte/nano', 'sentibyte/worker', 'sentibyte/element']),
    );
    for (const name of imports) expect(exports).toHaveProperty([name.replace('sentibyte', '.')]);
  });

  test('gives the command options that it has', () => {
    const options = [...everything.matchAll(/^npx sentibyte.*$/gm)]
      .flatMap(([line]) => [...line.matchAll(/ --([a-z]+)/g)])
      .map(([, name]) => name!);
    expect(options.length).toBeGreaterThan(3);
    for (const option of options) expect(OPTION_TABLE).toHaveProperty([option]);
  });

  test('names the model that was chosen', () => {
    const code = (model: EmbedSettings['model'], environment: EmbedSettings['environment']): string =>
      snippets({ environment, model, look: AS_DELIVERED })
        .map((snippet) => snippet.code)
        .join('\n');
    for (const environment of ['element', 'plain', 'react', 'vue'] as const) {
      expect(code('auto', environment)).not.toContain('model=');
      expect(code('small', environment)).toContain('model="small"');
    }
    expect(code('auto', 'module')).toContain("createAnalyzer({ model: 'auto' })");
    expect(code('small', 'module')).toContain('createAnalyzer()');
    expect(code('nano', 'bundler')).toContain("from 'sentibyte/nano'");
    expect(code('nano', 'worker')).toContain("{ model: 'nano' }");
    expect(code('nano', 'command')).toContain('--model nano');
  });
});

describe('the style', () => {
  test('has only what is not as delivered', () => {
    expect(styleOf(AS_DELIVERED)).toBe('');
    const look = {
      ...AS_DELIVERED,
      colours: { ...AS_DELIVERED.colours, positive: '#0000ff' },
      lengths: { ...AS_DELIVERED.lengths, height: 1 },
      hasLabel: false,
    };
    expect(styleOf(look)).toBe(
      'sentiment-meter {\n  --sentiment-positive: #0000ff;\n  --sentiment-height: 1em;\n}\n' +
        'sentiment-meter::part(label) {\n  display: none;\n}',
    );
    expect(snippets({ environment: 'react', model: 'auto', look }).at(-1)).toEqual({
      file: 'style.css',
      code: styleOf(look),
    });
  });
});
