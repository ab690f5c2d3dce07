import type { EngineFacts, FileSize } from '../engine/protocol.js';
import * as format from '../format.js';
import { Figure, sides } from './figure.js';
import { callThem, capital, isSame } from './naming.js';
import type { Pair } from './naming.js';

type Names = Record<'left' | 'right', string>;

/** "X is 3.9 times smaller than Y", or that they are equal. */
function ratioSentence(left: number, right: number, names: Names, comparative: string): string {
  const [less, more] = left <= right ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const ratio = Math.max(left, right) / Math.min(left, right);
  if (ratio < 1.05) return 'No difference worth naming.';
  return `${capital(names[less])} is ${format.times(ratio)} ${comparative} than ${names[more]}.`;
}

function showFiles(figure: Figure, pair: Pair, file: (facts: EngineFacts) => FileSize | undefined): void {
  const largest = Math.max(...sides.map((side) => file(pair[side])?.raw ?? 0));
  for (const side of sides) {
    const size = file(pair[side]);
    if (!size) {
      figure.show(side, 'not told', 'This browser does not say how large the file was.');
      continue;
    }
    const sent =
      size.sent === undefined
        ? ''
        : size.sent === size.raw
          ? 'sent without compression'
          : `${format.bytes(size.sent)} as sent, compressed`;
    figure.show(side, format.bytes(size.raw), sent, size.raw / largest);
  }
}

/** 8 bits are a quarter of 32; a file that shrank more than that keeps numbers with fewer bits. */
function fewerBits({ left, right }: Pair): string {
  if (left.choice.model !== right.choice.model || left.choice.precision === right.choice.precision) return '';
  const ratio = Math.max(left.blob.raw, right.blob.raw) / Math.min(left.blob.raw, right.blob.raw);
  return ratio > 4.2
    ? ' That is more than 32 to 8 bits would give: the file keeps most numbers with fewer than 8.'
    : '';
}

/** Weight of the model's file. */
export class BlobFigure {
  readonly figure = new Figure(
    'figure-blob',
    'The model’s file',
    'What a visitor has to download to use it.',
  );

  show(pair: Pair): void {
    showFiles(this.figure, pair, ({ blob }) => blob);
    const sentence = isSame(pair)
      ? 'The same file on both sides.'
      : ratioSentence(pair.left.blob.raw, pair.right.blob.raw, callThem(pair), 'smaller');
    this.figure.mean(`${sentence}${fewerBits(pair)} This is what a visitor waits for, once.`);
  }
}

/** Weight of the WebAssembly module. */
export class ModuleFigure {
  readonly figure = new Figure(
    'figure-module',
    'The engine’s file',
    'The program that computes with the numbers.',
  );

  show(pair: Pair): void {
    showFiles(this.figure, pair, ({ module }) => module);
    this.figure.mean(
      'The program that computes with those numbers (WebAssembly). It is the same for every model.',
    );
  }
}

/** Time from the request to the first possible answer. */
export class LoadFigure {
  readonly figure = new Figure(
    'figure-load',
    'Ready after',
    'From asking for the files to the first answer.',
  );

  show(pair: Pair): void {
    const longest = Math.max(pair.left.loadTime, pair.right.loadTime);
    for (const side of sides) {
      const { loadTime, prepareTime, moduleWasThere } = pair[side];
      const engine = moduleWasThere ? 'the engine’s file was there already' : 'with the engine’s file';
      const own =
        prepareTime === undefined ? '' : `${format.duration(prepareTime)} without the model’s download, `;
      this.figure.show(side, format.duration(loadTime), own + engine, loadTime / longest);
    }
    // One that found the engine in place had less to do: then the two times say nothing about the models.
    const fair = pair.left.moduleWasThere === pair.right.moduleWasThere;
    const verdict = fair
      ? ratioSentence(pair.left.loadTime, pair.right.loadTime, callThem(pair), 'sooner ready')
      : 'One of them found the engine in place already, so the two times cannot be compared.';
    this.figure.mean(
      `From asking for the files to the first possible answer, on your connection and device. ${verdict}`,
    );
  }
}
