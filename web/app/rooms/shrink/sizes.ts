import * as format from '../../shared/format.js';
import { sides, type EngineFacts, type FileSize } from './engine/protocol.js';
import { Figure } from './figure.js';
import { callThem, isSame, type Pair, type Tongue } from './naming.js';
import type { ShrinkWords } from './words/index.js';

function showFiles(
  figure: Figure,
  pair: Pair,
  words: ShrinkWords,
  file: (facts: EngineFacts) => FileSize | undefined,
): void {
  const largest = Math.max(...sides.map((side) => file(pair[side])?.raw ?? 0));
  for (const side of sides) {
    const size = file(pair[side]);
    if (!size) {
      figure.show(side, words.notTold, words.notToldNote);
      continue;
    }
    const sent =
      size.sent === undefined
        ? ''
        : size.sent === size.raw
          ? words.sentRaw
          : words.sentAs(format.bytes(size.sent));
    figure.show(side, format.bytes(size.raw), sent, size.raw / largest);
  }
}

/** 8 bits are a quarter of 32; a file that shrank more than that keeps numbers with fewer bits. */
function keepsFewerBits({ left, right }: Pair): boolean {
  if (left.choice.model !== right.choice.model || left.choice.precision === right.choice.precision)
    return false;
  return Math.max(left.blob.raw, right.blob.raw) / Math.min(left.blob.raw, right.blob.raw) > 4.2;
}

/** Weight of the model's file. */
export class BlobFigure {
  readonly figure: Figure;
  readonly #tongue: Tongue;

  constructor(tongue: Tongue) {
    this.#tongue = tongue;

    this.figure = new Figure('figure-blob', tongue.words.blob, tongue.words.blobHint);
  }

  show(pair: Pair): void {
    const { words } = this.#tongue;
    showFiles(this.figure, pair, words, ({ blob }) => blob);
    const said = isSame(pair) ? words.sameFile : words.sentence(this.#ratio(pair));
    this.figure.mean([said, ...(keepsFewerBits(pair) ? [words.fewerBits] : []), words.blobHint].join(' '));
  }

  #ratio(pair: Pair): string {
    const { words } = this.#tongue;
    const [left, right] = [pair.left.blob.raw, pair.right.blob.raw];
    const ratio = Math.max(left, right) / Math.min(left, right);
    if (ratio < 1.05) return words.noDifference;
    const names = callThem(pair, this.#tongue);
    const [less, more] = left <= right ? [names.left, names.right] : [names.right, names.left];
    return words.isSmaller(less, format.ratio(ratio), more);
  }
}

/** Weight of the WebAssembly module. */
export class ModuleFigure {
  readonly figure: Figure;
  readonly #tongue: Tongue;

  constructor(tongue: Tongue) {
    this.#tongue = tongue;

    this.figure = new Figure('figure-module', tongue.words.module, tongue.words.moduleHint);
  }

  show(pair: Pair): void {
    showFiles(this.figure, pair, this.#tongue.words, ({ module }) => module);
  }
}

/** What starting a model takes, beside its download. */
export class LoadFigure {
  readonly figure: Figure;
  readonly #tongue: Tongue;

  constructor(tongue: Tongue) {
    this.#tongue = tongue;

    this.figure = new Figure('figure-load', tongue.words.load, tongue.words.loadHint);
  }

  show(pair: Pair): void {
    const longest = Math.max(...sides.map((side) => pair[side].prepareTime ?? 0));
    for (const side of sides) {
      const { prepareTime } = pair[side];
      if (prepareTime === undefined) this.figure.wait(side, this.#tongue.words.loadNotTold);
      else this.figure.show(side, format.duration(prepareTime), '', longest > 0 ? prepareTime / longest : 0);
    }
  }
}
