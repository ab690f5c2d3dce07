// The code of README and recipes: each block is run, or is a file of examples/, which `npm run examples` runs.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { after, before, describe, test } from 'node:test';
import { launch, serve } from '../browser/harness.mjs';
import { blocksOf, indentedCode } from './blocks.mjs';
import { Project } from './installed.mjs';

const DOCUMENTS = [
  'README.md',
  'docs/RECIPES.md',
  'docs/WORDS.md',
  'docs/EXPLAIN.md',
  'docs/TROUBLESHOOTING.md',
  'docs/COMMAND.md',
];
const SCRIPTS = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);
const ANALYZER = "import { createAnalyzer } from 'sentibyte';\nconst analyzer = await createAnalyzer();\n";
/** What the blocks read. */
const FILES = {
  'package.json': '{ "private": true, "type": "module" }',
  'reviews.txt': 'I expected little and loved every minute\nWhat a waste of an evening\n',
  'reviews.csv': 'id,review\n1,I expected little and loved every minute\n2,What a waste of an evening\n',
  'reviews.jsonl': '{"review":"I expected little and loved every minute"}\n',
  'reviews.csv.gz': gzipSync('id,review\n1,I expected little and loved every minute\n'),
  'words.json': '{ "crashy": -0.6 }',
};

let project;
before(() => {
  project = new Project(FILES);
  project.link('papaparse');
  project.copy('dist', 'sentibyte');
});
after(() => project.remove());

for (const document of DOCUMENTS) {
  describe(document, () => {
    test('no code without a language', () => assert.deepEqual(indentedCode(document), []));

    for (const block of blocksOf(document)) {
      const { line, language, file, text } = block;
      test(`line ${line}: ${language} ${file}`, async () => {
        if (/^examples\//.test(file)) assert.equal(text, readFileSync(file, 'utf8'));
        else await RUN[language](block);
      });
    }
  });
}

test('README shows what the model says', async () => {
  const [, told, label, score, confidence] =
    /analyze\('([^']+)'\);\n\/\/ \{ label: '(\w+)', score: ([\d.]+), confidence: ([\d.]+)/.exec(
      readFileSync('README.md', 'utf8'),
    );
  const { createAnalyzer } = await import('../../dist/node/index.js');
  const analyzer = await createAnalyzer();
  const said = analyzer.analyze(told);
  analyzer.dispose();
  assert.deepEqual(
    [label, score, confidence],
    [said.label, said.score.toFixed(2), said.confidence.toFixed(3)],
  );
});

const RUN = {
  /** A module of its own, or, where it imports nothing, what goes on from the first block of README. */
  async js({ line, file, text }) {
    const name = file || `block-${line}.js`;
    project.write({ [name]: text.includes('import ') ? text : ANALYZER + text });
    if (file === '') await project.run(process.execPath, [name]);
  },
  ts: (block) => RUN.js(block),
  async html({ line, text }) {
    // Where a bundler would, an import map finds the package.
    const map = { imports: { 'sentibyte/element': './sentibyte/element.js' } };
    const name = `block-${line}.html`;
    project.write({
      [name]: `<!doctype html><meta charset="utf-8"><script type="importmap">${JSON.stringify(map)}</script>${text}`,
    });
    const server = await serve(project.folder);
    const browser = await launch('chromium');
    try {
      const tab = await browser.newPage();
      await tab.goto(`${server.url}/${name}`);
      await tab.type('textarea', 'What a lovely surprise');
      await tab.waitFor(SHOWS_A_RESULT);
    } finally {
      await browser.close();
      await server.close();
    }
  },
  async sh({ text }) {
    for (const line of text.split('\n')) {
      const command = line.replace(/(^|\s)#.*$/, '').trim();
      if (command !== '') await runLine(command);
    }
  },
  /** What a program prints. */
  text: () => undefined,
};

/** In a meter, or as a number. */
const SHOWS_A_RESULT = `() => {
  const meter = document.querySelector('sentiment-meter');
  return meter ? meter.sentiment?.label === 'positive' : Number(document.querySelector('output')?.value) > 0.3;
}`;

async function runLine(command) {
  const [first, second, third] = command.split(' ');
  if (first === 'npm') {
    const isKnown =
      ['install sentibyte', 'ci'].includes(command.slice(4)) ||
      SCRIPTS.includes(second === 'run' ? third : second);
    assert.ok(isKnown, command);
    return;
  }
  const cli = join(project.folder, 'node_modules/sentibyte/dist/node/cli.js');
  const line = command.replace(/^npx /, '').replace(/\bsentibyte(?=\s|$)/g, `"${process.execPath}" "${cli}"`);
  assert.notEqual(line, command, `"${command}" is not a command of ours`);
  await project.run('bash', ['-c', `set -o pipefail; ${line}`]);
}
