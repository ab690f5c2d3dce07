import { analyzer, COPIED, INSTALL, TEXT, type Write } from './snippet.js';

const indented = (code: string): string => code.replaceAll(/^(?=.)/gm, '  ');

/** Environments whose code calls the analyzer, or the command. */
export const withAnalyzer = {
  module: ({ model }) => {
    const { entry, call } = analyzer(model, 'sentibyte');
    return [
      INSTALL,
      {
        file: 'main.js',
        code: `import { createAnalyzer } from '${entry}';

const analyzer = await ${call};
analyzer.analyze('${TEXT}');
// { label: 'positive', score: 0.55, confidence: 0.995, probabilities: { negative, neutral, positive }, coverage: 1 }
analyzer.dispose();`,
      },
    ];
  },

  worker: ({ model }) => [
    INSTALL,
    {
      file: 'main.js',
      code: `import { createWorkerAnalyzer } from 'sentibyte/worker';

// ${model === 'auto' ? 'nano answers at once, small takes over when it has arrived; the' : 'The'} page never waits, and any call can be stopped.
const analyzer = await createWorkerAnalyzer({ model: '${model}' });
const { words } = await analyzer.explain('The room was lovely, the noise was not.');
// each word with its share of the score`,
    },
  ],

  bundler: ({ model }) => {
    const { entry, call } = analyzer(model, 'sentibyte', "base: '/sentibyte/'");
    return [
      COPIED,
      {
        file: 'main.js',
        code: `import { createAnalyzer } from '${entry}';

const analyzer = await ${call};`,
      },
    ];
  },

  next: ({ model }) => {
    const { entry, call } = analyzer(model === 'auto' ? 'small' : model, 'sentibyte');
    return [
      INSTALL,
      {
        file: 'app/score/route.js',
        code: `// A route handler: POST a text, and its score comes back.
import { createAnalyzer } from '${entry}';

let loading;

export async function POST(request) {
  const analyzer = await (loading ??= ${call});
  return Response.json(analyzer.analyze(await request.text()));
}`,
      },
    ];
  },

  node: ({ model }) => {
    const { entry, call } = analyzer(model === 'auto' ? 'small' : model, 'sentibyte');
    const use = `const analyzer = await ${call};
console.log(analyzer.analyze('${TEXT}'));
analyzer.dispose();`;
    return [
      INSTALL,
      { file: 'score.mjs', code: `import { createAnalyzer } from '${entry}';\n\n${use}` },
      {
        file: 'score.cjs',
        code: `const { createAnalyzer } = require('${entry}');

async function main() {
${indented(use)}
}
main();`,
      },
    ];
  },

  command: ({ model }) => {
    const command = `npx sentibyte${model === 'nano' ? ' --model nano' : ''}`;
    return [
      {
        file: 'shell',
        code: `${command} "${TEXT}"
${command} --lines reviews.txt >results.jsonl
${command} --csv --column review reviews.csv -o judged.csv`,
      },
    ];
  },
} satisfies Record<string, Write>;
