import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test('docs/TROUBLESHOOTING.md has a part for each error code', () => {
  const [, union = ''] = /export type ErrorCode =([^;]+);/.exec(read('web/lib/errors.ts')) ?? [];
  const codes = [...union.matchAll(/'(\w+)'/g)].map(([, code]) => code);
  expect(codes.length).toBeGreaterThan(5);
  const headings = [...read('docs/TROUBLESHOOTING.md').matchAll(/^## `(\w+)`$/gm)].map(([, code]) => code);
  expect(headings.sort()).toEqual(codes.sort());
});

/** Interfaces whose methods are what a user calls. */
const CALLED = ['web/lib/types.ts', 'web/lib/worker/types.ts'];

/** Functions that a file exports, and methods of its interfaces that a user calls, without an example in their comment. */
function withoutExample(path: string): string[] {
  const source = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const isExported = (node: ts.Node): boolean =>
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const calls: (ts.FunctionDeclaration | ts.MethodSignature)[] = [];
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && isExported(statement)) calls.push(statement);
    if (ts.isInterfaceDeclaration(statement) && isExported(statement) && CALLED.includes(path)) {
      calls.push(...statement.members.filter(ts.isMethodSignature));
    }
  }
  return calls
    .filter((node) => !ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'example'))
    .map(({ name }) => name?.getText() ?? '');
}

/** The entries of both packages. */
const names = (await import(new URL('../../scripts/package/names.mjs', import.meta.url).href)) as Record<
  'ENTRIES' | 'PAGE_ENTRIES' | 'LAB_ENTRIES',
  string[]
>;
const entries = [...names.ENTRIES, ...names.PAGE_ENTRIES, ...names.LAB_ENTRIES];

test.each([...entries.map((name) => `web/lib/${name}.ts`), ...CALLED])(
  'what %s exports to be called has an example',
  (path) => {
    // Nobody needs to be shown how to call this one.
    expect(withoutExample(path).filter((name) => name !== 'dispose')).toEqual([]);
  },
);

test.each(['SECURITY.md', 'docs/TESTING.md'])('%s names tests that exist', (document) => {
  const text = read(document);
  const names = [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
  const paths = names.filter((name) => name.startsWith('tests/'));
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) {
    expect([path, existsSync(new URL(`../../${path}`, import.meta.url))]).toEqual([path, true]);
  }
  // A test of GoogleTest belongs to the file that stands before it.
  for (const [, file = '', list = ''] of text.matchAll(/`([\w/]*_test\.cc)`: ((?:`\w+`,?\s+)*`\w+`)/g)) {
    const source = read(paths.find((path) => path.endsWith(file))!);
    for (const [, name] of list.matchAll(/`(\w+)`/g)) expect(source).toContain(name);
  }
});
